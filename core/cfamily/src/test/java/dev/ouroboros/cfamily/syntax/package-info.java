/** Tests of the syntax. */
@NullMarked
package dev.ouroboros.cfamily.syntax;

import org.jspecify.annotations.NullMarked;
