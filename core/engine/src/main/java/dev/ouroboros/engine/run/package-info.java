/** A run from start to end: assembling layers, starting, resuming, replaying, verifying. */
@NullMarked
package dev.ouroboros.engine.run;

import org.jspecify.annotations.NullMarked;
