/** A scripted server that speaks as OpenAI does, for tests and measurements. */
@NullMarked
package dev.ouroboros.agent.server;

import org.jspecify.annotations.NullMarked;
