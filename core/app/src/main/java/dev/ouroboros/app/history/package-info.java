/** What happened in a run, read from its events: candidates with their fates, confirmations, steps. */
@NullMarked
package dev.ouroboros.app.history;

import org.jspecify.annotations.NullMarked;
