/** Liberty files: what a foundry says of its standard cells. */
@NullMarked
package dev.ouroboros.hdl.liberty;

import org.jspecify.annotations.NullMarked;
