/**
 * Rewritings of Verilog as small patches. Some keep the meaning always, others only where a proof says so: each class tells
 * which, and nothing is accepted unproved.
 */
@NullMarked
package dev.ouroboros.hdl.operator;

import org.jspecify.annotations.NullMarked;
