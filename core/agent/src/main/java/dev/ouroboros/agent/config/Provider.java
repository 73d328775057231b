package dev.ouroboros.agent.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a model is reached. */
public enum Provider {
    /** Any server that speaks OpenAI's chat completions: OpenAI itself, Ollama, llama.cpp, vLLM and many more. */
    OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY"),
    ANTHROPIC("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY"),
    /** A GGUF file, in this process. */
    GGUF("", "");

    private final String baseUrl;
    private final String keyVariable;

    Provider(String baseUrl, String keyVariable) {
        this.baseUrl = baseUrl;
        this.keyVariable = keyVariable;
    }

    /** Returns where its own service is; empty if it needs none. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Returns the environment variable that usually holds the key of its own service; empty if it needs none. */
    public String keyVariable() {
        return keyVariable;
    }

    /** Returns the name in the configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Provider named(String label) {
        return Arrays.stream(values())
                .filter(provider -> provider.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    static String all() {
        return Arrays.stream(values()).map(Provider::label).collect(Collectors.joining(", "));
    }
}
