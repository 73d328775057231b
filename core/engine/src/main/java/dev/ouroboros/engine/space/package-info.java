/** Declared build-time parameters, their constraints, and points of the space they span. */
@NullMarked
package dev.ouroboros.engine.space;

import org.jspecify.annotations.NullMarked;
