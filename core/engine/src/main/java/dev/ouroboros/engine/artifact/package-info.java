/** Immutable versions of what is optimized, and the patches between them. */
@NullMarked
package dev.ouroboros.engine.artifact;

import org.jspecify.annotations.NullMarked;
