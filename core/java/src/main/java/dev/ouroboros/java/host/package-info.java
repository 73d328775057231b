/** The parent's side: starts workers, judges what they return. Believes nothing they say. */
@NullMarked
package dev.ouroboros.java.host;

import org.jspecify.annotations.NullMarked;
