/** Append-only, hash-chained events and content-addressed blobs in the workspace. */
@NullMarked
package dev.ouroboros.engine.archive;

import org.jspecify.annotations.NullMarked;
