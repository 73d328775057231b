/** Mutations of C and OpenCL C source. */
@NullMarked
package dev.ouroboros.cfamily.operator;

import org.jspecify.annotations.NullMarked;
