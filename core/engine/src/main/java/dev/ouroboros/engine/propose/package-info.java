/** Who proposes patches and what a proposer may know. */
@NullMarked
package dev.ouroboros.engine.propose;

import org.jspecify.annotations.NullMarked;
