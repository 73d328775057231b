/** Mutations of Java source, each an edit of a range of its text. */
@NullMarked
package dev.ouroboros.java.operator;

import org.jspecify.annotations.NullMarked;
