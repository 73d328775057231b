/** Designs with small errors, to see that none is proved right. */
@NullMarked
package dev.ouroboros.hdl.mutant;

import org.jspecify.annotations.NullMarked;
