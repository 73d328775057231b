package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.loop.LoopEvent;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What two runs of one task by one seed have in common: their events as JSON without what is drawn from the secret (the
 * key, the order within pairs), how long things took, and what belongs to one run or one process alone.
 */
public final class Story {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Story() {}

    /** Returns the story of these events. */
    public static List<String> of(List<LoopEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof LoopEvent.Resumed || event instanceof LoopEvent.SecretRevealed))
                .map(event -> {
                    var tree = JSON.valueToTree(event);
                    forget(tree);
                    return tree.toString();
                })
                .toList();
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("run", "seconds", "incumbentFirst"));
        }
        node.forEach(Story::forget);
    }
}
