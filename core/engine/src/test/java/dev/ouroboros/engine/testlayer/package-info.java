/**
 * The layer {@code arithmetic} for tests: a part's one file holds an expression in {@code x}, such as {@code x * 1 + 0 + x},
 * and shall get by with fewer operations. It has all that a real layer has, takes no time and can be told to misbehave.
 */
@NullMarked
package dev.ouroboros.engine.testlayer;

import org.jspecify.annotations.NullMarked;
