/** Search on recorded spaces, where an evaluation is a look-up: strategies can be compared exactly, and without a device. */
@NullMarked
package dev.ouroboros.engine.arena;

import org.jspecify.annotations.NullMarked;
