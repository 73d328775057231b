/** The process in which a frozen version edits a body: it is told what each of its edits came to on what it may see. */
@NullMarked
package dev.ouroboros.app.delta.editor;

import org.jspecify.annotations.NullMarked;
