package dev.ouroboros.agent.prompt;

import dev.ouroboros.agent.prompt.Item.Kind;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Untrusted;
import dev.ouroboros.engine.task.TaskText;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes prompts from what a proposer may know. The task and all parts of the parent stand in each, whole; evidence
 * fills the rest. Every prompt has the same sections, from the first to the last.
 */
public final class PromptWriter {
    private static final int ERROR = 2000;

    private final Templates templates;
    private final Evidence evidence = new Evidence();
    private @Nullable String source;
    private String task = "";

    public PromptWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes a prompt.
     *
     * @param parent what shall be changed
     * @param stance what the model is asked to try
     * @param tokens most of them, by our guess; what must be there is there even if it takes more
     */
    public Prompt write(
            ProposerContext context, Observation parent, String stance, int tokens, RandomGenerator random) {
        var artifact = context.load().apply(parent.candidate());
        var nonce = nonce(random, artifact);
        var system = templates.system().fill(Map.of("nonce", nonce));
        var values = new HashMap<String, String>();
        values.put("task", task(context.task().source()));
        values.put("objective", objective(context));
        values.put(
                "editable",
                String.join(
                        ", ",
                        context.task().editScope().paths().stream().sorted().toList()));
        values.put("parent-name", Evidence.name(parent.candidate()));
        values.put("parent-proposer", parent.proposer());
        values.put("parent-measured", Evidence.measured(context, parent));
        values.put("parent-files", files(artifact, nonce));
        values.put("parent-stages", Evidence.stages(parent.stages()));
        values.put("stance", stance);
        for (var kind : Kind.values()) {
            values.put(place(kind), "");
        }
        int fixed = system.length() + templates.propose().fill(values).length();
        var room = Room.fill(
                evidence.items(context, parent),
                Math.max(Tokens.characters(tokens) / 8, Tokens.characters(tokens) - fixed));
        room.forEach((kind, text) -> values.put(place(kind), text));
        return new Prompt(system, templates.propose().fill(values));
    }

    /** Writes what a model is told when its answer could not be used. */
    public String repair(String error) {
        return templates.repair().fill(Map.of("error", Untrusted.barred(error, ERROR)));
    }

    /** The task is the same in all prompts of a run, and slow to read. */
    private String task(String text) {
        if (!text.equals(source)) {
            source = text;
            task = TaskText.shown(text).strip();
        }
        return task;
    }

    private static String place(Kind kind) {
        return switch (kind) {
            case WORKED -> "worked";
            case FAILED -> "failed";
            case REFUSED -> "refused";
        };
    }

    private static String objective(ProposerContext context) {
        var objective = context.task().objective();
        return switch (objective.goal()) {
                    case MAXIMIZE -> "maximize ";
                    case MINIMIZE -> "minimize ";
                }
                + objective.metric()
                + (objective.unit().isEmpty() ? "" : " in " + objective.unit());
    }

    private static String files(Artifact artifact, String nonce) {
        var text = new StringBuilder();
        artifact.files()
                .forEach((path, blob) -> text.append(text.isEmpty() ? "" : "\n\n")
                        .append("File ")
                        .append(path)
                        .append('\n')
                        .append(Untrusted.fenced(blob.text(), nonce)));
        return text.toString();
    }

    private static String nonce(RandomGenerator random, Artifact artifact) {
        while (true) {
            var nonce = HexFormat.of().toHexDigits(random.nextLong());
            if (artifact.files().values().stream().noneMatch(blob -> blob.text().contains(nonce))) {
                return nonce;
            }
        }
    }
}
