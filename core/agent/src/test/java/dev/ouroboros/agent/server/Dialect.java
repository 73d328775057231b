package dev.ouroboros.agent.server;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a service is asked and answers, as its own reference describes it: OpenAI's chat completions, Anthropic's
 * messages, Gemini's {@code generateContent}.
 */
public enum Dialect {
    OPENAI {
        @Override
        String key(Headers headers) {
            return header(headers, "Authorization").replace("Bearer ", "");
        }

        @Override
        List<String> messages(JsonNode body) {
            return texts(body.path("messages"), "content");
        }

        @Override
        String answer(String thought, String text, @Nullable Usage usage) {
            return "{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"scripted\",\"choices\":[{\"index\":0,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":" + quoted(text)
                    + "},\"finish_reason\":\"stop\"}]" + (usage == null ? "" : ",\"usage\":" + usage(usage)) + "}";
        }

        @Override
        String usage(Usage usage) {
            return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                    .formatted(usage.in(), usage.thoughts() + usage.out(), usage.all());
        }
    },
    ANTHROPIC {
        @Override
        String key(Headers headers) {
            return header(headers, "anthropic-version").isEmpty() ? "" : header(headers, "x-api-key");
        }

        @Override
        List<String> messages(JsonNode body) {
            var messages = new ArrayList<String>();
            messages.add(body.path("system").path(0).path("text").asString());
            messages.addAll(texts(body.path("messages"), "content"));
            return messages;
        }

        @Override
        String answer(String thought, String text, @Nullable Usage usage) {
            var thinking = thought.isEmpty()
                    ? ""
                    : "{\"type\":\"thinking\",\"thinking\":" + quoted(thought) + ",\"signature\":\"s\"},";
            return "{\"id\":\"1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"scripted\",\"content\":["
                    + thinking + "{\"type\":\"text\",\"text\":" + quoted(text) + "}],\"stop_reason\":\"end_turn\""
                    + (usage == null ? "" : ",\"usage\":" + usage(usage)) + "}";
        }

        @Override
        String usage(Usage usage) {
            return "{\"input_tokens\":%d,\"output_tokens\":%d}".formatted(usage.in(), usage.thoughts() + usage.out());
        }
    },
    GEMINI {
        @Override
        String key(Headers headers) {
            return header(headers, "x-goog-api-key");
        }

        @Override
        List<String> messages(JsonNode body) {
            var messages = new ArrayList<String>();
            messages.add(body.path("systemInstruction")
                    .path("parts")
                    .path(0)
                    .path("text")
                    .asString());
            messages.addAll(texts(body.path("contents"), "parts"));
            return messages;
        }

        @Override
        String answer(String thought, String text, @Nullable Usage usage) {
            var thinking = thought.isEmpty() ? "" : "{\"text\":" + quoted(thought) + ",\"thought\":true},";
            return "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\",\"parts\":[" + thinking
                    + "{\"text\":" + quoted(text) + "}]},\"finishReason\":\"STOP\"}],\"modelVersion\":\"scripted\""
                    + (usage == null ? "" : ",\"usageMetadata\":" + usage(usage)) + "}";
        }

        @Override
        String usage(Usage usage) {
            return "{\"promptTokenCount\":%d,\"thoughtsTokenCount\":%d,\"candidatesTokenCount\":%d,\"totalTokenCount\":%d}"
                    .formatted(usage.in(), usage.thoughts(), usage.out(), usage.all());
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Tokens as a service counts them. */
    record Usage(int in, int thoughts, int out) {
        int all() {
            return in + thoughts + out;
        }
    }

    /** Returns whose path it is. */
    static Dialect at(String path) {
        return path.endsWith("/messages") ? ANTHROPIC : path.endsWith(":generateContent") ? GEMINI : OPENAI;
    }

    /** Returns the key where this service looks for it; empty if a header is missing that it asks for. */
    abstract String key(Headers headers);

    /** Returns what each turn says, the system's first. */
    abstract List<String> messages(JsonNode body);

    /** Returns the body of a good answer. */
    abstract String answer(String thought, String text, @Nullable Usage usage);

    /** Returns the object that says what an answer cost. */
    abstract String usage(Usage usage);

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String header(Headers headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** A turn's text stands in it as it is, or as the first of several parts. */
    private static List<String> texts(JsonNode turns, String field) {
        return turns.valueStream()
                .map(turn -> turn.path(field))
                .map(said -> said.isArray() ? said.path(0).path("text").asString() : said.asString())
                .toList();
    }
}
