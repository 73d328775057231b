/**
 * A lossless, tolerant syntax tree of Verilog-2005 and of the SystemVerilog that Yosys reads. Every character of the source
 * stands in exactly one token; what the parser does not understand becomes an opaque node, never an error.
 */
@NullMarked
package dev.ouroboros.hdl.syntax;

import org.jspecify.annotations.NullMarked;
