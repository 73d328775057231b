/** Tasks for a user's own code. */
@NullMarked
package dev.ouroboros.java.init;

import org.jspecify.annotations.NullMarked;
