package dev.ouroboros.agent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model that langchain4j reaches. */
final class LangChainModel implements LanguageModel {
    private final Function<String, Chat> byEffort;
    private final Map<String, Chat> opened = new HashMap<>();
    private final String key;

    /** One request, one response, in whatever way it travels. */
    interface Chat {
        ChatResponse chat(ChatRequest request);
    }

    /**
     * @param byEffort makes what answers with that thinking effort
     * @param key that must not show in any message; empty if there is none
     */
    LangChainModel(Function<String, Chat> byEffort, String key) {
        this.byEffort = byEffort;
        this.key = key;
    }

    @Override
    public Answer ask(Question question) throws ModelFailure, InterruptedException {
        var request = ChatRequest.builder()
                .messages(question.turns().stream().map(LangChainModel::message).toList())
                .temperature(question.temperature())
                .maxOutputTokens(question.maxOutputTokens())
                .build();
        try {
            var response = opened.computeIfAbsent(question.effort(), byEffort).chat(request);
            return answer(response);
        } catch (RuntimeException e) {
            // The library wraps whatever goes wrong, its own defects too, in unchecked exceptions of many kinds.
            throw failure(e);
        }
    }

    private static Answer answer(ChatResponse response) throws ModelFailure {
        var text = response.aiMessage() == null ? null : response.aiMessage().text();
        var usage = response.tokenUsage();
        if (text == null) {
            throw new ModelFailure(Kind.GARBLED, "the answer has no text", null, 0);
        }
        return usage == null
                ? new Answer(text, null, null)
                : new Answer(text, usage.inputTokenCount(), outputTokens(usage));
    }

    /** Gemini counts thoughts in the total only; they cost as much as words. */
    private static @Nullable Integer outputTokens(TokenUsage usage) {
        Integer input = usage.inputTokenCount();
        Integer output = usage.outputTokenCount();
        Integer total = usage.totalTokenCount();
        if (input == null || output == null || total == null) {
            return output;
        }
        return Math.max(output, total - input);
    }

    private ModelFailure failure(RuntimeException e) throws InterruptedException {
        int received = 0;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpFailure.Interrupted) {
                throw new InterruptedException("interrupted while a model was asked");
            }
            if (cause instanceof Broken broken) {
                received = broken.received();
            }
            if (cause instanceof HttpFailure http) {
                return new ModelFailure(
                        http.kind(), clean(String.valueOf(http.getMessage())), http.retryAfter(), received);
            }
        }
        return new ModelFailure(Kind.GARBLED, "the answer cannot be read: " + clean(e.toString()), null, received);
    }

    private String clean(String text) {
        return Keys.without(key, text);
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.role()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case MODEL -> AiMessage.from(turn.text());
        };
    }
}
