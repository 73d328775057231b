/** The table {@code [parts.java]}. */
@NullMarked
package dev.ouroboros.java.task;

import org.jspecify.annotations.NullMarked;
