/** Arguments that are drawn, results that are compared. */
@NullMarked
package dev.ouroboros.java.data;

import org.jspecify.annotations.NullMarked;
