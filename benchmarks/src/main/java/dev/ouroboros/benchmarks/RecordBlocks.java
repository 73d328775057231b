package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.MachineExclusion;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records blocks of a candidate against itself, the raw material on which the gate is tested: {@code RecordBlocks TASK
 * BLOCKS FILE [NAME=VALUE...]}. Appends one JSON object a line to FILE, so it can be stopped and goes on where it was.
 */
public final class RecordBlocks {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordBlocks() {}

    /** One line of the file. */
    public record Line(String task, Map<String, Object> parameters, double logGain, PairedSamples samples) {}

    public static void main(String[] arguments)
            throws TaskException, PatchFailure, CandidateFailure, IOException, InterruptedException {
        if (arguments.length < 3) {
            System.err.println("Usage: benchmarks/run RecordBlocks TASK BLOCKS FILE [NAME=VALUE...]");
            System.exit(2);
        }
        var layers = Layers.load();
        var task = TaskReader.read(Path.of(arguments[0]), new HashSet<>(layers.names()));
        int wanted = Integer.parseInt(arguments[1]);
        var file = Path.of(arguments[2]);
        var setting = setting(List.of(arguments).subList(3, arguments.length));
        long there = Files.exists(file) ? Files.readAllLines(file).size() : 0;
        var secret = SecretRandom.fromSystem();
        if (!(Sandboxes.detect() instanceof Detection.Works(var sandbox))) {
            throw new IllegalStateException("no sandbox here; `./ouroboros doctor` says why");
        }
        var part = task.parts().getFirst();
        var options = new LayerOptions(null, sandbox, new DefaultToolRunner(), secret);
        try (var support = layers.named(part.layer()).getFirst().support(part, options)) {
            var bench = support.bench();
            if (bench == null) {
                throw new IllegalArgumentException("task " + task.name() + " is not timed");
            }
            var candidate = candidate(task, setting);
            for (long block = there; block < wanted; block++) {
                append(file, new Line(task.name(), setting.values(), 0, block(part.name(), bench, candidate, secret)));
                System.err.print("\r" + (block + 1) + " of " + wanted + " blocks");
            }
        }
        System.err.println();
    }

    private static PairedSamples block(String part, Bench bench, Artifact candidate, SecretRandom secret)
            throws CandidateFailure, InterruptedException {
        try (var _ = new MachineExclusion(_ -> {}).exclusive()) {
            return BlockScheduler.STANDARD.run(part, bench, candidate, candidate, secret);
        }
    }

    private static Artifact candidate(Task task, Setting setting) throws PatchFailure {
        var part = task.parts().getFirst().name();
        return setting.values().isEmpty()
                ? task.seed()
                : Patches.apply(task.seed(), new ParameterSetting(part, setting), task.editScope());
    }

    private static Setting setting(List<String> words) {
        var values = new TreeMap<String, Object>();
        for (var word : words) {
            var sides = word.split("=", 2);
            values.put(sides[0], Long.parseLong(sides[1]));
        }
        return Setting.of(values);
    }

    private static void append(Path file, Line line) throws IOException {
        var whole = new Line(line.task(), line.parameters(), line.samples().logGain(), line.samples());
        Files.writeString(
                file, JSON.writeValueAsString(whole) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
