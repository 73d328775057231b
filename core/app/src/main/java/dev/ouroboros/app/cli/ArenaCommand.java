package dev.ouroboros.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.Json;
import dev.ouroboros.app.report.ArenaReport;
import dev.ouroboros.engine.arena.Arena;
import dev.ouroboros.engine.arena.Recording;
import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.Score;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.search.GridSearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ouroboros arena}. */
@Command(
        name = "arena",
        description = "Play the offline search on recorded search spaces, where an evaluation is a look-up.",
        footer = {
            "",
            "A space is a T4 file: every configuration with its raw run times and what compiling it cost (gzip or plain).",
            "The score P is 0 for random search and 1 for finding the optimum at once; in brackets the 95 %% bootstrap",
            "interval over repeats. docs/arena.md says how it is computed."
        })
final class ArenaCommand implements Callable<Integer> {
    @Option(
            names = "--space",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recorded spaces to play on (default: those that come with the program).")
    List<Path> spaces = List.of();

    @Option(
            names = "--strategy",
            arity = "1..*",
            paramLabel = "NAME",
            description = "ouroboros (what runs use, the default), gaussian, forest, local, crossover, random, or all.")
    List<String> strategies = List.of(GridSearch.DEFAULT);

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "20",
            description = "Plays of each strategy on each space (default: ${DEFAULT-VALUE}).")
    int repeats = 20;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same scores (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Where arena.html, the page of curves, is written (default: .ouroboros).")
    Path workspace = Path.of(".ouroboros");

    @Option(names = "--json", description = "Print one JSON object on standard output, and nothing else there.")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(
            Map<String, Map<String, Figure>> spaces,
            Map<String, Figure> mean,
            @JsonProperty("thinking_share") double thinkingShare,
            String report) {}

    /** A score. */
    record Figure(
            double p,
            @JsonProperty("p_low") double low,
            @JsonProperty("p_high") double high) {
        static Figure of(Score score) {
            return new Figure(score.p(), score.low(), score.high());
        }

        @Override
        public String toString() {
            return String.format("%6.3f  (%.3f … %.3f)", p, low, high);
        }
    }

    @Override
    public Integer call() throws CommandFailure {
        if (repeats < 1) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--repeats is " + repeats + "; expected at least 1");
        }
        var err = spec.commandLine().getErr();
        var arena = new Arena(repeats, seed);
        var result = arena.play(recordings(), chosen(), err::println);
        var page = page(ArenaReport.html(arena, result));
        err.println("curves: " + page);
        Map<String, Map<String, Figure>> bySpace = new LinkedHashMap<>();
        result.spaces().forEach((space, scores) -> bySpace.put(space, figures(scores)));
        print(
                spec.commandLine().getOut(),
                new Answer(bySpace, figures(result.mean()), result.thinkingShare(), page.toString()));
        return ExitCode.DONE;
    }

    private Path page(String html) throws CommandFailure {
        var file = workspace.resolve("arena.html").toAbsolutePath();
        try {
            Files.createDirectories(workspace);
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "the page of curves cannot be written: " + e);
        }
        return file;
    }

    private List<String> chosen() throws CommandFailure {
        var known = GridSearch.names();
        var chosen = new LinkedHashSet<String>();
        for (var strategy : strategies) {
            if (!strategy.equals("all") && !known.contains(strategy)) {
                throw new CommandFailure(
                        ExitCode.WRONG_USE,
                        "there is no strategy '" + strategy + "'; there are " + String.join(", ", known) + ", and all");
            }
            chosen.addAll(strategy.equals("all") ? known : List.of(strategy));
        }
        return List.copyOf(chosen);
    }

    private List<Recording> recordings() throws CommandFailure {
        var recordings = new ArrayList<Recording>();
        var names = new LinkedHashSet<String>();
        for (var file : spaces.isEmpty() ? OwnSpaces.files() : spaces) {
            try {
                var recording = T4.read(file);
                if (!names.add(recording.name())) {
                    throw new CommandFailure(ExitCode.WRONG_USE, "two spaces are named " + recording.name());
                }
                recordings.add(recording);
            } catch (RecordingException e) {
                throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
            }
        }
        return recordings;
    }

    private static Map<String, Figure> figures(Map<String, Score> scores) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        scores.forEach((strategy, score) -> figures.put(strategy, Figure.of(score)));
        return figures;
    }

    private void print(PrintWriter out, Answer answer) {
        if (json) {
            Json.print(out, answer);
            return;
        }
        answer.spaces().forEach((space, scores) -> {
            out.println(space);
            scores.forEach((strategy, figure) -> out.printf("  %-10s %s%n", strategy, figure));
        });
        out.println("mean");
        answer.mean().forEach((strategy, figure) -> out.printf("  %-10s %s%n", strategy, figure));
        out.printf("choosing took %.2f %% of what the choices cost%n", 100 * answer.thinkingShare());
        out.flush();
    }
}
