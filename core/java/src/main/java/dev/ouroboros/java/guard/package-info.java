/** What candidates may refer to. */
@NullMarked
package dev.ouroboros.java.guard;

import org.jspecify.annotations.NullMarked;
