/** The process that lends a frozen version its hands: it knows of a game only what the parent tells it. */
@NullMarked
package dev.ouroboros.app.delta.player;

import org.jspecify.annotations.NullMarked;
