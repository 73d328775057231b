package dev.ouroboros.agent.model;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers of Gemini as langchain4j can read them. */
final class GeminiBody {
    private static final String USAGE = "usageMetadata";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GeminiBody() {}

    /** Returns the same answer with an empty account where it has none, for want of which the library fails. */
    static byte[] accounted(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode answer && !answer.has(USAGE)) {
                answer.putObject(USAGE);
                return JSON.writeValueAsBytes(answer);
            }
        } catch (JacksonException _) {
            // The library says better what is wrong with it.
        }
        return body;
    }
}
