/** The process that runs candidates, and what the parent says to it. */
@NullMarked
package dev.ouroboros.java.worker;

import org.jspecify.annotations.NullMarked;
