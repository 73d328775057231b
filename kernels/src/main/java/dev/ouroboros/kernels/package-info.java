@NullMarked
package dev.ouroboros.kernels;

import org.jspecify.annotations.NullMarked;
