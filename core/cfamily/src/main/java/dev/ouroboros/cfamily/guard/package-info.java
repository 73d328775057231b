/** Refuses source and compiled code that could do more than compute, before any of it runs. */
@NullMarked
package dev.ouroboros.cfamily.guard;

import org.jspecify.annotations.NullMarked;
