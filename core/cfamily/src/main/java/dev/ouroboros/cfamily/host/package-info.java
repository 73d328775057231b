/** The parent's side: starts workers, gives them inputs, judges their outputs. Believes nothing they say. */
@NullMarked
package dev.ouroboros.cfamily.host;

import org.jspecify.annotations.NullMarked;
