/** From a candidate's source to a shared library that has been looked through. */
@NullMarked
package dev.ouroboros.nativec.build;

import org.jspecify.annotations.NullMarked;
