/** The throughput of a confirmed kernel by JMH, as evidence beside the blocks that decide. */
@NullMarked
package dev.ouroboros.nativec.jmh;

import org.jspecify.annotations.NullMarked;
