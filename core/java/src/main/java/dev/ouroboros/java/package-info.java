/** The java layer: Java code, checked by its tests and against a reference, timed in fresh JVMs. */
@NullMarked
package dev.ouroboros.java;

import org.jspecify.annotations.NullMarked;
