package dev.ouroboros.agent.server;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.config.ModelSpec.Price;
import dev.ouroboros.agent.config.Provider;
import java.time.Duration;
import java.util.List;

/** Configurations for the scripted server. */
public final class Specs {
    /** Where the key of the scripted server stands. */
    public static final String KEY_VARIABLE = "SCRIPTED_KEY";

    private Specs() {}

    /** Returns a model at {@code url} that costs a dollar for a million tokens in and two for a million out. */
    public static ModelSpec model(String name, String url) {
        return new ModelSpec(
                name,
                Provider.OPENAI,
                url,
                "scripted",
                KEY_VARIABLE,
                new Price(1, 2),
                64_000,
                4000,
                List.of(0.5),
                List.of(ModelSpec.DEFAULT_EFFORT),
                List.of(1),
                Duration.ofSeconds(60),
                false,
                null);
    }

    /** Returns the same model, streamed. */
    public static ModelSpec streamed(ModelSpec spec) {
        return with(spec, spec.provider(), spec.samples(), spec.timeout(), true);
    }

    /** Returns the same model with another time limit. */
    public static ModelSpec within(ModelSpec spec, Duration timeout) {
        return with(spec, spec.provider(), spec.samples(), timeout, spec.stream());
    }

    /** Returns the same model with so many samples a question. */
    public static ModelSpec sampled(ModelSpec spec, Integer... samples) {
        return with(spec, spec.provider(), List.of(samples), spec.timeout(), spec.stream());
    }

    /** Returns the same model, asked as that provider wants it. */
    public static ModelSpec by(Provider provider, ModelSpec spec) {
        return with(spec, provider, spec.samples(), spec.timeout(), spec.stream());
    }

    private static ModelSpec with(
            ModelSpec spec, Provider provider, List<Integer> samples, Duration timeout, boolean stream) {
        return new ModelSpec(
                spec.name(),
                provider,
                spec.baseUrl(),
                spec.model(),
                spec.keyVariable(),
                spec.price(),
                spec.contextTokens(),
                spec.maxOutputTokens(),
                spec.temperatures(),
                spec.efforts(),
                samples,
                timeout,
                stream,
                spec.file());
    }

    /** Returns a configuration of these models. */
    public static AgentConfig config(Caps caps, ModelSpec... models) {
        return new AgentConfig(
                "test",
                List.of(models),
                caps,
                AgentConfig.STANDARD_SIMILARITY,
                AgentConfig.STANDARD_PROMPT_TOKENS,
                null);
    }
}
