package dev.ouroboros.benchmarks;

import dev.ouroboros.app.delta.Family;
import dev.ouroboros.app.delta.Interval;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.java.JavaLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays what a run of {@code core/java/tasks/search} found, and its seed, on spaces that the run saw and on those that it did not:
 * {@code SearchTask RESULT.json RandomSampling.java [SEEDS]}. Both play from the same secret seeds, 40 on each space unless told
 * otherwise.
 */
public final class SearchTask {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String END = ".T4.json.gz";
    private static final String FILE = "code/RandomSampling.java";
    private static final int SEEDS = 40;
    private static final int LEAST_SEEDS = 10;

    private SearchTask() {}

    /** The gaps of both on one space, by seed. */
    record Gaps(List<Double> seed, List<Double> found) {}

    /**
     * What came out on a family of spaces.
     *
     * @param delta how much smaller the gap of what was found is
     * @param floor the seed against itself, each play against the next one
     */
    record Result(Interval delta, Interval floor, Map<String, Gaps> spaces) {}

    public static void main(String[] arguments) throws Exception {
        int seeds = arguments.length == 3 ? Integer.parseInt(arguments[2]) : SEEDS;
        if (arguments.length < 2 || arguments.length > 3 || seeds < LEAST_SEEDS) {
            System.err.println("Usage: benchmarks/run SearchTask RESULT.json RandomSampling.java [SEEDS], at least "
                    + LEAST_SEEDS + " seeds");
            System.exit(2);
        }
        Path home = Path.of(System.getProperty("ouroboros.home", "."));
        String found = Files.readString(Path.of(arguments[1]));
        Map<String, Result> results = new TreeMap<>();
        for (Family family : Family.values()) {
            Result result = result(home, family, found, seeds);
            results.put(family.label(), result);
            System.out.printf(
                    Locale.ROOT,
                    "%-9s delta %+.4f (%+.4f … %+.4f), floor %+.4f … %+.4f%n",
                    family.label(),
                    result.delta().delta(),
                    result.delta().low(),
                    result.delta().high(),
                    result.floor().low(),
                    result.floor().high());
        }
        Files.writeString(
                Path.of(arguments[0]), JSON.writeValueAsString(Map.of("found", found, "families", results)) + "\n");
    }

    private static Result result(Path home, Family family, String found, int seeds) throws Exception {
        Map<String, Gaps> gaps = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("benchmarks/spaces"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(END)).sorted().toList()) {
                String name = file.getFileName().toString().replace(END, "");
                if (family.holds(name)) {
                    gaps.put(name, gaps(home.resolve("core/java/tasks/search"), file, found, seeds));
                }
            }
        }
        return new Result(Interval.of(differences(gaps, 0), 1), Interval.of(differences(gaps, 1), 1), gaps);
    }

    /** By space: the seed's gaps minus those of what was found, or minus its own {@code shift} plays later. */
    private static List<double[]> differences(Map<String, Gaps> all, int shift) {
        return all.values().stream()
                .map(gaps -> {
                    int count = gaps.seed().size();
                    List<Double> other = shift == 0 ? gaps.found() : gaps.seed();
                    return IntStream.range(0, count)
                            .mapToDouble(i -> gaps.seed().get(i) - other.get((i + shift) % count))
                            .toArray();
                })
                .toList();
    }

    /** Plays on one space: the task with that one in the place of its own. */
    private static Gaps gaps(Path own, Path space, String found, int seeds) throws Exception {
        Path folder = Files.createTempDirectory("ouroboros-search");
        try {
            copy(own, folder);
            Path toml = folder.resolve("task.toml");
            Files.writeString(
                    toml,
                    Files.readString(toml)
                            .replaceFirst(
                                    "(?m)^ *spaces .*$", "spaces = [\"" + space.toAbsolutePath() + "\"]\nplays = 1"));
            Task task = TaskReader.read(folder, Set.of("java"));
            try (PartSupport support = support(task)) {
                Artifact better = task.seed().with(FILE, found);
                for (Stage stage : support.stages()) {
                    if (!(stage.run(better) instanceof Outcome.Passed)) {
                        throw new IllegalArgumentException(
                                "what was found fails at " + stage.name() + ": " + stage.run(better));
                    }
                }
                return played(Objects.requireNonNull(support.bench()), task.seed(), better, seeds);
            }
        } finally {
            delete(folder);
        }
    }

    private static Gaps played(Bench bench, Artifact seed, Artifact better, int seeds)
            throws CandidateFailure, InterruptedException {
        List<Double> ofSeed = new ArrayList<>();
        List<Double> ofFound = new ArrayList<>();
        try (var duel = bench.open(seed, better)) {
            for (int i = 0; i < seeds; i++) {
                duel.nextPair();
                ofSeed.add(bench.value(duel.run(Side.INCUMBENT).seconds()));
                ofFound.add(bench.value(duel.run(Side.CHALLENGER).seconds()));
            }
        }
        return new Gaps(ofSeed, ofFound);
    }

    private static PartSupport support(Task task) throws TaskException, InterruptedException {
        if (!(Sandboxes.detect() instanceof Detection.Works(var sandbox))) {
            throw new IllegalStateException("no sandbox works here");
        }
        var options = new LayerOptions(null, sandbox, new DefaultToolRunner(), SecretRandom.fromSystem());
        return new JavaLayer().support(task.parts().getFirst(), options);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
