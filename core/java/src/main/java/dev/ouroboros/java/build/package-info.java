/** Compiles Java in this process, in memory. */
@NullMarked
package dev.ouroboros.java.build;

import org.jspecify.annotations.NullMarked;
