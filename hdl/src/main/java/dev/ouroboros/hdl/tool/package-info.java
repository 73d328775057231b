/** External tools of the layer, each behind a small face, run in the sandbox. */
@NullMarked
package dev.ouroboros.hdl.tool;

import org.jspecify.annotations.NullMarked;
