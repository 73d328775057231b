package dev.ouroboros.agent.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model and how it may be asked. Temperatures, efforts and numbers of samples are dimensions of the search: the budget
 * goes to those that pay.
 *
 * @param name what the user calls it; part of the proposer's name
 * @param baseUrl where its server is; empty for a file
 * @param model the provider's name of it; empty for a file
 * @param keyVariable the environment variable with the key; empty if it needs none
 * @param price in dollars
 * @param contextTokens most tokens of question and answer together
 * @param maxOutputTokens most tokens of one answer
 * @param temperatures at least one
 * @param efforts thinking efforts: {@code default}, {@code low}, {@code medium} or {@code high}; at least one
 * @param samples how many answers to the same question; at least one number
 * @param timeout of one call
 * @param stream whether to read the answer as it is written
 * @param file the GGUF file; null for a server
 */
public record ModelSpec(
        String name,
        Provider provider,
        String baseUrl,
        String model,
        String keyVariable,
        Price price,
        int contextTokens,
        int maxOutputTokens,
        List<Double> temperatures,
        List<String> efforts,
        List<Integer> samples,
        Duration timeout,
        boolean stream,
        @Nullable Path file) {

    /** The thinking effort that leaves the choice to the provider. */
    public static final String DEFAULT_EFFORT = "default";

    /** The shortest answer that leaves room for words where thoughts are counted in tokens: half of it. */
    public static final int LEAST_TO_THINK = 2048;

    public ModelSpec {
        temperatures = List.copyOf(temperatures);
        efforts = List.copyOf(efforts);
        samples = List.copyOf(samples);
    }

    /** Dollars for a million tokens. */
    public record Price(double input, double output) {

        /** Returns the dollars of so many tokens. */
        public double of(long inputTokens, long outputTokens) {
            return (input * inputTokens + output * outputTokens) / 1e6;
        }
    }
}
