/** The processes that compile and run candidates, and what the parent says to them. */
@NullMarked
package dev.ouroboros.cfamily.worker;

import org.jspecify.annotations.NullMarked;
