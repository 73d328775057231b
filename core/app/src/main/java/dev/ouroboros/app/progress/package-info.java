/** What a person sees while a run goes on. */
@NullMarked
package dev.ouroboros.app.progress;

import org.jspecify.annotations.NullMarked;
