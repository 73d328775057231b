/** What the commands that look at runs print, for people and as JSON. */
@NullMarked
package dev.ouroboros.app.view;

import org.jspecify.annotations.NullMarked;
