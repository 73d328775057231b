/** The table {@code [parts.c]}. */
@NullMarked
package dev.ouroboros.nativec.task;

import org.jspecify.annotations.NullMarked;
