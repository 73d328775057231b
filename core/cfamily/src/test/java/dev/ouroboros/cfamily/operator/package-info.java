/** Tests of operators, with a real compiler. */
@NullMarked
package dev.ouroboros.cfamily.operator;

import org.jspecify.annotations.NullMarked;
