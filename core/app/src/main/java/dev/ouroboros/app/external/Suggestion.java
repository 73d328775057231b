package dev.ouroboros.app.external;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change as somebody outside writes it: whole files, replacements of text, a unified diff, parameter values, or several
 * of these together.
 *
 * @param parent the candidate it changes, by the beginning of its digest; null for the best so far
 * @param rationale why, for people; may be empty
 */
public record Suggestion(@Nullable String parent, List<Patch> patches, String rationale, Proposal.Cost cost) {
    private static final int MOST_PATCHES = 200;

    public Suggestion {
        patches = List.copyOf(patches);
    }

    /** Returns whether these fields hold a change at all. */
    public static boolean isIn(Fields fields) {
        return List.of("files", "edits", "diff", "parameters").stream().anyMatch(fields::has);
    }

    /** Reads one; the caller rejects the keys that neither of them knows. */
    public static Suggestion read(Fields fields, Task task) throws Complaint {
        var patches = new ArrayList<Patch>();
        var diff = fields.textOrNull("diff");
        if (diff != null) {
            patches.add(new Patch.UnifiedDiff(diff));
        }
        for (var file : fields.objects("files")) {
            patches.add(new Patch.WholeFile(path(file.text("path"), task), file.text("text")));
            file.rejectUnread();
        }
        for (var edit : fields.objects("edits")) {
            patches.add(new Patch.BlockReplacement(
                    path(edit.text("path"), task), edit.text("search"), edit.text("replace")));
            edit.rejectUnread();
        }
        var parameters = fields.object("parameters");
        if (parameters != null) {
            settings(parameters, task)
                    .forEach((part, setting) -> patches.add(new Patch.ParameterSetting(part, setting)));
        }
        if (patches.isEmpty()) {
            throw new Complaint("there is no change in it; give files, edits, diff or parameters, for example"
                    + " {\"edits\": [{\"path\": \""
                    + task.editScope().paths().stream().sorted().findFirst().orElse("part/file")
                    + "\", \"search\": \"old text\", \"replace\": \"new text\"}]}");
        }
        if (patches.size() > MOST_PATCHES) {
            throw new Complaint("it has " + patches.size() + " changes; expected at most " + MOST_PATCHES
                    + ": send whole files instead");
        }
        var cost = new Proposal.Cost((long) fields.amount("tokens"), fields.amount("cost_usd"));
        var rationale = fields.textOrNull("rationale");
        return new Suggestion(fields.textOrNull("parent"), patches, rationale == null ? "" : rationale, cost);
    }

    /** Lets a file be named without its part where only one part has it. */
    private static String path(String given, Task task) {
        var paths = task.editScope().paths();
        var meant = paths.stream()
                .filter(path -> path.endsWith("/" + given) && path.indexOf('/') == path.length() - given.length() - 1)
                .toList();
        return paths.contains(given) || meant.size() != 1 ? given : meant.getFirst();
    }

    private static Map<String, Setting> settings(JsonNode node, Task task) throws Complaint {
        var settings = new HashMap<String, Setting>();
        boolean byPart =
                node.properties().stream().allMatch(entry -> entry.getValue().isObject());
        if (byPart) {
            for (var entry : node.properties()) {
                settings.put(entry.getKey(), setting(entry.getValue(), "parameters." + entry.getKey()));
            }
            return settings;
        }
        var parts = task.parts().stream()
                .filter(part -> !part.parameters().parameters().isEmpty())
                .toList();
        if (parts.size() != 1) {
            throw new Complaint(
                    "parameters must be given by part, such as {\"PART\": {\"NAME\": 1}}; the parts that have"
                            + " some are "
                            + parts.stream().map(part -> part.name()).toList());
        }
        return Map.of(parts.getFirst().name(), setting(node, "parameters"));
    }

    private static Setting setting(JsonNode node, String where) throws Complaint {
        var values = new HashMap<String, Object>();
        for (var entry : node.properties()) {
            var value = entry.getValue();
            Object plain;
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                plain = value.longValue();
            } else if (value.isNumber()) {
                plain = value.doubleValue();
            } else if (value.isBoolean()) {
                plain = value.booleanValue();
            } else if (value.isString()) {
                plain = value.stringValue();
            } else {
                throw new Complaint(where + "." + entry.getKey() + " is " + value.getNodeType()
                        + "; expected one of the values that the task lists for it");
            }
            values.put(entry.getKey(), plain);
        }
        return Setting.of(values);
    }
}
