package dev.ouroboros.benchmarks.fuzz;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A task in C whose settings are run against its default. */
public final class FuzzedTask {
    private static final int SETTINGS = 10;

    private final String name;
    private final String source;
    private final Part part;
    private final NativeTask task;

    private FuzzedTask(String name, String source, Part part, NativeTask task) {
        this.name = name;
        this.source = source;
        this.part = part;
        this.task = task;
    }

    /**
     * What came of it.
     *
     * @param wrong inputs with a wrong answer
     * @param found what the sanitizers said, by setting
     */
    public record Result(String task, int inputs, int settings, int wrong, Map<String, String> found) {
        @Override
        public String toString() {
            return "%s: %,d inputs over %d settings, %d wrong, the sanitizers spoke up for %d %s"
                    .formatted(task, inputs, settings, wrong, found.size(), found.isEmpty() ? "" : found);
        }
    }

    /** Reads a task's folder; its first part must be of the layer {@code c}. */
    public static FuzzedTask read(Path folder) throws TaskException, IOException {
        var whole = TaskReader.read(folder, Set.of("c"));
        var part = whole.parts().getFirst();
        var source = Files.readString(folder.resolve(part.files().getFirst()));
        return new FuzzedTask(whole.name(), source, part, NativeTaskReader.read(part));
    }

    /** Draws settings, and for each of them its share of the inputs. */
    public Result run(int inputs, long seed) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed);
        var folder = Files.createTempDirectory("ouroboros-fuzz");
        try {
            var plain = build(folder.resolve("plain"), part.parameters().defaults());
            var settings = settings(random);
            int wrong = 0;
            int done = 0;
            var found = new TreeMap<String, String>();
            for (int i = 0; i < settings.size(); i++) {
                int share = inputs * (i + 1) / settings.size() - done;
                var setting = settings.get(i);
                try {
                    wrong += differences(folder, plain, build(folder.resolve("setting" + i), setting), share, random);
                } catch (IOException e) {
                    found.put(setting.values().toString(), String.valueOf(e.getMessage()));
                    wrong += share;
                }
                done += share;
            }
            return new Result(name, done, settings.size(), wrong, found);
        } finally {
            remove(folder);
        }
    }

    private int differences(Path folder, Built plain, Built other, int count, RandomGenerator random)
            throws IOException, InterruptedException {
        var fuzz = new Fuzz(task);
        var file = folder.resolve("inputs");
        var problems = fuzz.draw(count, file, random);
        return fuzz.differences(problems, plain.run(file), other.run(file));
    }

    private List<Setting> settings(RandomGenerator random) {
        var grid = Grid.of(new TreeMap<>(Map.of(part.name(), part.parameters())));
        var settings = new ArrayList<Setting>();
        while (settings.size() < SETTINGS) {
            var changes =
                    grid.changes(grid.defaults(), grid.random(random)).getOrDefault(part.name(), Setting.of(Map.of()));
            settings.add(part.parameters().defaults().with(changes));
        }
        return settings;
    }

    private Built build(Path folder, Setting setting) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        var used = new ArrayList<String>(task.flags());
        used.add(task.compiler());
        for (var flag : task.flags()) {
            var filled = filled(flag, setting);
            if (!filled.isEmpty()) {
                options.add(filled);
            }
        }
        setting.values().forEach((parameter, value) -> {
            if (!used.contains("$" + parameter)) {
                options.add("-D" + parameter + "=" + value);
            }
        });
        return Built.of(folder, new Driver(task), source, options);
    }

    private static String filled(String template, Setting setting) {
        return template.startsWith("$") ? String.valueOf(setting.values().get(template.substring(1))) : template;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
