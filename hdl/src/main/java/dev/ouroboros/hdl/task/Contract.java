package dev.ouroboros.hdl.task;

import java.util.List;

/** What a candidate must have in common with the seed. */
public sealed interface Contract {

    /** No state at all: every output is the same function of the inputs. */
    record Combinational() implements Contract {}

    /**
     * Every output has the same value in every clock cycle, {@code latency} cycles later than in the seed.
     *
     * @param latency 0 is the seed's own latency
     */
    record CycleExact(int latency) implements Contract {}

    /**
     * The same sequences of output tokens for the same sequences of input tokens, in as many cycles as it takes, whatever gaps
     * there are between tokens and however long a receiver is not ready.
     *
     * @param inputs maybe none
     * @param outputs at least one
     * @param patience in how many cycles the slower side must give its next token when nothing hinders it
     */
    record Streaming(List<TokenStream> inputs, List<TokenStream> outputs, int patience) implements Contract {
        public Streaming {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }
}
