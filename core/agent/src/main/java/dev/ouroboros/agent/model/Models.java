package dev.ouroboros.agent.model;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.LangChainModel.Chat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Opens models. Retries, caps and accounts are ours: the library tries once and listens to nothing. */
public final class Models {
    private static final int ONCE = 0;

    private Models() {}

    /**
     * Opens a model. Nothing is sent yet.
     *
     * @param environment where keys stand
     * @throws ConfigException if its key or file is missing
     */
    public static LanguageModel open(ModelSpec spec, Map<String, String> environment) throws ConfigException {
        var key = spec.keyVariable().isEmpty() ? "" : environment.getOrDefault(spec.keyVariable(), "");
        boolean ownService = spec.baseUrl().equals(spec.provider().baseUrl());
        if (ownService && !spec.keyVariable().isEmpty() && key.isEmpty()) {
            throw new ConfigException("model " + spec.name() + " needs a key: the variable " + spec.keyVariable()
                    + " is not set\nSet it, or name another one with key-variable.");
        }
        return switch (spec.provider()) {
            case OPENAI -> new LangChainModel(openAi(spec, key), key);
            case ANTHROPIC -> new LangChainModel(anthropic(spec, key), key);
            case GEMINI -> new LangChainModel(gemini(spec, key), key);
            case GGUF -> GgufModel.open(Objects.requireNonNull(spec.file()), spec);
        };
    }

    private static Function<String, Chat> openAi(ModelSpec spec, String key) {
        return effort -> {
            var parameters = OpenAiChatRequestParameters.builder().modelName(spec.model());
            if (!effort.equals(ModelSpec.DEFAULT_EFFORT)) {
                parameters.reasoningEffort(effort);
            }
            var http = new Http(spec.timeout(), key);
            // Some servers refuse a request without a key, none refuses one too many.
            var shown = key.isEmpty() ? "none" : key;
            if (spec.stream()) {
                return new Streamed(OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(spec.baseUrl())
                        .apiKey(shown)
                        .defaultRequestParameters(parameters.build())
                        .build());
            }
            var model = OpenAiChatModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(spec.baseUrl())
                    .apiKey(shown)
                    .defaultRequestParameters(parameters.build())
                    .maxRetries(ONCE)
                    .build();
            return model::chat;
        };
    }

    private static Function<String, Chat> anthropic(ModelSpec spec, String key) {
        return effort -> {
            var builder = AnthropicChatModel.builder()
                    .httpClientBuilder(new Http(spec.timeout(), key))
                    .baseUrl(spec.baseUrl())
                    .apiKey(key.isEmpty() ? "none" : key)
                    .modelName(spec.model())
                    .maxTokens(spec.maxOutputTokens())
                    .maxRetries(ONCE);
            if (effort.equals(ModelSpec.DEFAULT_EFFORT)) {
                return builder.build()::chat;
            }
            // With thinking, the service admits no temperature but its own.
            var thinking = builder.thinkingType("enabled")
                    .thinkingBudgetTokens(Effort.thinkingTokens(effort, spec.maxOutputTokens()))
                    .build();
            return request -> thinking.chat(request.toBuilder().temperature(1.0).build());
        };
    }

    private static Function<String, Chat> gemini(ModelSpec spec, String key) {
        return effort -> {
            var builder = GoogleAiGeminiChatModel.builder()
                    .httpClientBuilder(new Http(spec.timeout(), key, GeminiBody::accounted))
                    .baseUrl(spec.baseUrl())
                    .apiKey(key.isEmpty() ? "none" : key)
                    .modelName(spec.model())
                    // Otherwise the library puts thoughts in front of the answer, where they are read for edits.
                    .returnThinking(false)
                    .maxRetries(ONCE);
            if (!effort.equals(ModelSpec.DEFAULT_EFFORT)) {
                builder.thinkingConfig(GeminiThinkingConfig.builder()
                        .thinkingBudget(Effort.thinkingTokens(effort, spec.maxOutputTokens()))
                        .build());
            }
            return builder.build()::chat;
        };
    }
}
