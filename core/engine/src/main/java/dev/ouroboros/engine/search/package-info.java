/** The offline proposer: a small portfolio of searches over declared parameters, and operators of the layers. */
@NullMarked
package dev.ouroboros.engine.search;

import org.jspecify.annotations.NullMarked;
