/** Synthesis: recipes and what is counted after it. */
@NullMarked
package dev.ouroboros.hdl.synth;

import org.jspecify.annotations.NullMarked;
