/** What the user says about models, read once. */
@NullMarked
package dev.ouroboros.agent.config;

import org.jspecify.annotations.NullMarked;
