/** The application: what people and scripts see of a run. */
@NullMarked
package dev.ouroboros.app;

import org.jspecify.annotations.NullMarked;
