/** The process in which bodies run: searches whose code was edited. It is told of a held-out task only what it tries. */
@NullMarked
package dev.ouroboros.app.delta.body;

import org.jspecify.annotations.NullMarked;
