/** OpenCL, as far as a worker needs it. A bad kernel can end the process: nothing here runs in the parent. */
@NullMarked
package dev.ouroboros.kernels.device;

import org.jspecify.annotations.NullMarked;
