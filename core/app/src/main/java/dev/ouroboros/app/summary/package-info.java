/** The JSON object that a run ends with. */
@NullMarked
package dev.ouroboros.app.summary;

import org.jspecify.annotations.NullMarked;
