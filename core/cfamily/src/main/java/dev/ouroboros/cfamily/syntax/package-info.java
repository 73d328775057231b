/** C and OpenCL C as concrete syntax: ranges of the text, tolerant of what the grammar does not know. */
@NullMarked
package dev.ouroboros.cfamily.syntax;

import org.jspecify.annotations.NullMarked;
