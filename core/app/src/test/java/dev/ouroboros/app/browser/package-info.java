/** A real browser for tests of what people look at. */
@NullMarked
package dev.ouroboros.app.browser;

import org.jspecify.annotations.NullMarked;
