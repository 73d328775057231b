/** What a kernel should have computed, in double precision. */
@NullMarked
package dev.ouroboros.cfamily.reference;

import org.jspecify.annotations.NullMarked;
