package dev.ouroboros.benchmarks;

import dev.ouroboros.app.rehearsal.EmptyLoop;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the loop costs beside the evaluations: {@code LoopOverhead [ITERATIONS [FOLDER]]}, 100,000 and a temporary folder.
 * Evaluations pass at once, proposals are trivial and each new, archive and blobs are those of every run. The second part
 * asks the default proposer when 10,000 candidates are archived.
 */
public final class LoopOverhead {
    private static final int ITERATIONS = 100_000;
    private static final int ARCHIVED = 10_000;
    private static final int SEARCHED = 1_000;

    private LoopOverhead() {}

    public static void main(String[] arguments) throws IOException, TaskException, InterruptedException {
        int iterations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ITERATIONS;
        var folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("loop-overhead");
        if (iterations < 7_000) {
            System.err.println("Usage: benchmarks/run LoopOverhead [ITERATIONS [FOLDER]], at least 7000 iterations");
            System.exit(2);
        }
        var laps = new Laps(iterations);
        try (var archive = Archive.open(folder.resolve("iterations"))) {
            EmptyLoop.run(archive, folder.resolve("task"), iterations, _ -> new Enumeration(true), laps::on);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d iterations: %,.0f a second (at least 1,000 wanted)%n",
                iterations,
                laps.rate(0, iterations));
        double early = laps.rate(5_000, 6_000);
        double late = laps.rate(iterations - 1_000, iterations);
        System.out.printf(Locale.ROOT, "iterations 5,001 to 6,000: %,.0f a second%n", early);
        System.out.printf(
                Locale.ROOT, "the last 1,000: %,.0f a second, ratio %.2f (at least 0.8 wanted)%n", late, late / early);
        System.out.printf(
                Locale.ROOT,
                "archive.db has %,d KiB%n",
                Files.size(folder.resolve("iterations").resolve("archive.db")) / 1024);

        var search = new Timed(new LateSearch());
        Proposer enumeration = new Enumeration(false);
        try (var archive = Archive.open(folder.resolve("search"))) {
            EmptyLoop.run(
                    archive,
                    folder.resolve("task"),
                    ARCHIVED + SEARCHED,
                    _ -> (context, count, random) -> (context.history().size() <= ARCHIVED ? enumeration : search)
                            .propose(context, count, random),
                    _ -> {});
        }
        System.out.printf(
                Locale.ROOT,
                "search at %,d candidates: %,.0f proposals a second (at least 100 wanted)%n",
                ARCHIVED,
                search.rate());
    }

    /** The default search, made when its task is known. */
    private static final class LateSearch implements Proposer {
        private @Nullable Proposer search;

        @Override
        public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
                throws InterruptedException {
            if (search == null) {
                search = SearchProposer.of(context.task());
            }
            return search.propose(context, count, random);
        }
    }

    /** When which evaluation was archived. */
    private static final class Laps {
        private final long[] nanos;
        private int evaluated;

        Laps(int iterations) {
            nanos = new long[iterations + 1];
        }

        void on(Stamped stamped) {
            if (stamped.seq() == 2) {
                nanos[0] = System.nanoTime();
            }
            if (stamped.event() instanceof Evaluated) {
                evaluated++;
                nanos[evaluated] = System.nanoTime();
            }
        }

        /** Evaluations a second between the evaluations of these numbers. */
        double rate(int from, int to) {
            return (to - from) * 1e9 / (nanos[to] - nanos[from]);
        }
    }
}
