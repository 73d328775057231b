/** The contract of a layer of the stack: stages, operators, benches, found by ServiceLoader. */
@NullMarked
package dev.ouroboros.engine.layer;

import org.jspecify.annotations.NullMarked;
