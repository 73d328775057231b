/** The second opinion of JMH. */
@NullMarked
package dev.ouroboros.java.jmh;

import org.jspecify.annotations.NullMarked;
