package dev.ouroboros.app.mcp;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Fields;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.propose.Untrusted;
import dev.ouroboros.engine.task.TaskException;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns what a tool says into what the protocol carries. No answer carries control characters, and none is endless. */
final class Answers {
    private static final int LONGEST_TEXT = 200_000;

    private Answers() {}

    /** Answers one call; what a caller can mend is an error of the tool, never of the protocol. */
    static CallToolResult of(Tool tool, Map<String, Object> arguments, Consumer<String> progress) {
        try {
            var fields = Fields.of(Json.mapper().valueToTree(arguments), "");
            var answer = visible(Json.mapper().valueToTree(tool.work().call(fields, progress)));
            return CallToolResult.builder()
                    .content(List.of(TextContent.builder(Json.text(answer)).build()))
                    .structuredContent(Json.mapper().convertValue(answer, new TypeReference<Map<String, Object>>() {}))
                    .isError(false)
                    .build();
        } catch (Complaint | TaskException | ArchiveException | DeviceMissing | ToolMissing e) {
            return error(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error("cancelled");
        }
    }

    private static CallToolResult error(String message) {
        return CallToolResult.builder()
                .content(List.of(TextContent.builder(Untrusted.capped(message, LONGEST_TEXT))
                        .build()))
                .isError(true)
                .build();
    }

    private static JsonNode visible(JsonNode node) {
        return switch (node) {
            case StringNode text -> StringNode.valueOf(Untrusted.capped(text.stringValue(), LONGEST_TEXT));
            case ObjectNode object -> {
                object.propertyNames().stream().toList().forEach(name -> object.set(name, visible(object.path(name))));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, visible(array.path(i)));
                }
                yield array;
            }
            default -> node;
        };
    }
}
