/** The proposers: one that asks models, and one that shares the budget between models and search. */
@NullMarked
package dev.ouroboros.agent.propose;

import org.jspecify.annotations.NullMarked;
