package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Reset;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proved: given the same tokens, the candidate gives the tokens that the seed gives when nothing hinders it, whatever
 * gaps come between the candidate's tokens and however long its receivers are not ready. An undefined bit of either side must
 * be right for every value.
 *
 * @param channels of both
 * @param reset null if both start from their initial values
 * @param patience in how many cycles the slower side must give its next token
 */
public record StreamObligation(
        Circuit seed,
        Circuit candidate,
        Channels channels,
        @Nullable Reset reset,
        int patience) {}
