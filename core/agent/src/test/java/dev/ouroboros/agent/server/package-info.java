/** A scripted server that speaks as OpenAI, Anthropic and Gemini do, for tests and measurements. */
@NullMarked
package dev.ouroboros.agent.server;

import org.jspecify.annotations.NullMarked;
