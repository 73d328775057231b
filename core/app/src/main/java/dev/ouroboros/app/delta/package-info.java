/** The delta benchmark: how much better one version of Ouroboros improves things than another. */
@NullMarked
package dev.ouroboros.app.delta;

import org.jspecify.annotations.NullMarked;
