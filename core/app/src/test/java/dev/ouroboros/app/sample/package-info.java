/** A made-up but plausible run, for the tests of everything that shows runs. */
@NullMarked
package dev.ouroboros.app.sample;

import org.jspecify.annotations.NullMarked;
