package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.task.Argument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Secret positions of each output, and what must be found there. */
record Spots(Map<String, Of> byOutput) {
    /** What the design asks for in every timed run. */
    static final int COUNT = 64;

    Spots {
        byOutput = Map.copyOf(byOutput);
    }

    /** Positions of one output. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Of(int[] positions, double[] expected) {}

    static Spots draw(Inputs inputs, Answer answer, RandomGenerator secret) {
        Map<String, Of> spots = new LinkedHashMap<>();
        for (Argument.Buffer buffer : inputs.problem().task().outputs()) {
            int length = inputs.problem().length(buffer.name());
            int[] positions = secret.ints(COUNT, 0, length).toArray();
            double[] expected = new double[COUNT];
            for (int i = 0; i < COUNT; i++) {
                expected[i] = answer.at(buffer.name(), positions[i]);
            }
            spots.put(buffer.name(), new Of(positions, expected));
        }
        return new Spots(spots);
    }

    Of of(String output) {
        Of spots = byOutput.get(output);
        if (spots == null) {
            throw new IllegalArgumentException("no output " + output + " among " + byOutput.keySet());
        }
        return spots;
    }
}
