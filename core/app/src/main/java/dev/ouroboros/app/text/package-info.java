/** How numbers, durations and tables look to people, in a terminal and in a report alike. */
@NullMarked
package dev.ouroboros.app.text;

import org.jspecify.annotations.NullMarked;
