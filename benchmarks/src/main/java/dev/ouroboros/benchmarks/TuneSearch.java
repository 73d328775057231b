package dev.ouroboros.benchmarks;

import dev.ouroboros.benchmarks.tuning.Candidates;
import dev.ouroboros.benchmarks.tuning.CrossValidation;
import dev.ouroboros.benchmarks.tuning.Plays;
import dev.ouroboros.benchmarks.tuning.Subject;
import dev.ouroboros.benchmarks.tuning.Subject.LeftOut;
import dev.ouroboros.engine.arena.Arena;
import dev.ouroboros.engine.arena.Recording;
import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.search.Hyperparameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Chooses the hyper-parameters of the search: {@code TuneSearch RAW.jsonl [--repeats N] [--space FILE...]}. Plays every
 * candidate on the spaces named, unless the file has the play, and adds the scores to it; then prints by all that the file
 * has which candidate is chosen, and what choices score on spaces of kernels and devices that they have not seen.
 */
public final class TuneSearch {
    private static final int USUAL_REPEATS = 20;
    private static final long SEED = 1;

    private TuneSearch() {}

    private record Options(Path raw, int repeats, List<Path> spaces) {
        static Options parse(String... arguments) {
            if (arguments.length == 0) {
                throw new IllegalArgumentException("expected a file of raw scores");
            }
            int repeats = USUAL_REPEATS;
            List<Path> spaces = new ArrayList<>();
            for (int i = 1; i < arguments.length; i++) {
                if (arguments[i].equals("--repeats") && i + 1 < arguments.length) {
                    repeats = Integer.parseInt(arguments[++i]);
                } else if (!arguments[i].equals("--space")) {
                    spaces.add(Path.of(arguments[i]));
                }
            }
            return new Options(Path.of(arguments[0]), repeats, List.copyOf(spaces));
        }
    }

    public static void main(String[] arguments) throws IOException {
        try {
            var options = Options.parse(arguments);
            var plays = Plays.open(options.raw());
            for (var file : options.spaces()) {
                play(T4.read(file), options.repeats(), plays);
            }
            print(plays);
        } catch (RecordingException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("Usage: benchmarks/run TuneSearch RAW.jsonl [--repeats N] [--space FILE...]");
            System.exit(2);
        }
    }

    private static void play(Recording recording, int repeats, Plays plays) throws IOException {
        var arena = new Arena(repeats, SEED);
        for (var candidate : Candidates.all()) {
            if (plays.of(recording.name(), candidate) == null) {
                plays.add(new Plays.Line(recording.name(), candidate, arena.scores(recording, candidate)));
                System.err.println(recording.name() + ": " + candidate);
            }
        }
    }

    private static void print(Plays plays) {
        var candidates = Candidates.all();
        var scores = scores(plays, candidates);
        var all = plays.spaces().stream()
                .map(Subject::of)
                .filter(scores::containsKey)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no space was played by all candidates");
        }
        var validation = new CrossValidation<>(scores);
        for (var candidate : candidates) {
            line(number(validation.mean(all, candidate)), candidate.toString());
        }
        var chosen = validation.best(all, candidates);
        System.out.println("chosen by all " + all.size() + " spaces: " + chosen);
        var ours = all.stream()
                .filter(space -> space.kernel().equals(space.space()))
                .toList();
        var others = all.stream().filter(space -> !ours.contains(space)).toList();
        Map<String, List<Subject>> sets = new LinkedHashMap<>();
        sets.put("all spaces", all);
        sets.put("our own", ours);
        sets.put("recorded by others", others);
        sets.forEach((name, spaces) -> {
            if (!spaces.isEmpty()) {
                System.out.println(name + ", " + spaces.size() + " spaces:");
                line(number(validation.mean(spaces, Hyperparameters.DEFAULT)), "hyper-parameters that runs use");
                Stream.of(LeftOut.values()).forEach(leftOut -> leaving(leftOut, validation, spaces, all));
            }
        });
    }

    private static void leaving(
            LeftOut leftOut, CrossValidation<Hyperparameters> validation, List<Subject> spaces, List<Subject> all) {
        var what = "chosen with " + leftOut.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " left out";
        if (spaces.stream().anyMatch(space -> leftOut.seen(space, all).isEmpty())) {
            line("-", what + ": too few spaces");
        } else {
            line(number(validation.leaving(leftOut, spaces, all, Candidates.all())), what);
        }
    }

    /** The spaces that all candidates played, with the mean of each. */
    private static Map<Subject, Map<Hyperparameters, Double>> scores(Plays plays, List<Hyperparameters> candidates) {
        Map<Subject, Map<Hyperparameters, Double>> scores = new LinkedHashMap<>();
        for (var space : plays.spaces()) {
            Map<Hyperparameters, Double> here = new LinkedHashMap<>();
            for (var candidate : candidates) {
                var p = plays.of(space, candidate);
                if (p != null) {
                    here.put(
                            candidate,
                            p.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow());
                }
            }
            if (here.size() == candidates.size()) {
                scores.put(Subject.of(space), here);
            }
        }
        return scores;
    }

    private static void line(String figure, String what) {
        System.out.printf(Locale.ROOT, "  %s  %s%n", figure, what);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
