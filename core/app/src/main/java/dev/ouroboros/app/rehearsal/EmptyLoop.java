package dev.ouroboros.app.rehearsal;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.dispatch.Dispatcher;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.loop.Equipment;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.Loop;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.loop.Rig;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.loop.Schedule;
import dev.ouroboros.engine.measure.Scoring;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A run that is real but for its evaluations: whatever is proposed passes at once, with a number out of its digest. */
public final class EmptyLoop {
    private static final String TASK = """
            name = "empty"
            [[parts]]
            name = "part"
            layer = "none"
            files = ["file.txt"]
              [parts.parameters]
              A = [1, 2, 3, 4, 6, 8, 12, 16]
              B = [1, 2, 3, 4, 6, 8, 12, 16]
              C = [1, 2, 3, 4, 6, 8, 12, 16]
              D = [1, 2, 3, 4, 6, 8, 12, 16]
              E = [1, 2, 3, 4, 6, 8, 12, 16]
              F = [1, 2, 3, 4, 6, 8, 12, 16]
              [parts.constraints]
              area = "E * F <= 128"
            [[objectives]]
            metric = "number"
            goal = "minimize"
            """;

    private EmptyLoop() {}

    /**
     * Runs it.
     *
     * @param archive to write it to, empty before
     * @param folder for the files of its task
     * @param proposer made for its task
     * @throws IOException if a folder cannot be written
     * @throws TaskException never: its task is right
     */
    public static void run(
            Archive archive, Path folder, int evaluations, Function<Task, Proposer> proposer, Listener listener)
            throws IOException, TaskException, InterruptedException {
        var task = task(folder).withBudget(new Budget(evaluations, Duration.ofDays(1)));
        var scoring = new Scoring(task.objective(), new TreeMap<>());
        var equipment = new Equipment(new Rig(new PassAtOnce(), scoring), null, proposer.apply(task), List.of());
        var ledger = Objects.requireNonNull(archive.create("empty"), "the folder has been used before");
        var journal = new Journal(ledger, InstantSource.system(), List.of(listener));
        archive.blobs().put(task.seed());
        var first = journal.append(new RunStarted(
                "empty",
                task.name(),
                task.source(),
                List.of("none"),
                1,
                "none",
                evaluations,
                1,
                Version.of(task.seed()),
                Map.of(),
                "none",
                null));
        new Loop(
                        task,
                        Schedule.standard(evaluations),
                        equipment,
                        archive.blobs(),
                        journal,
                        SecretRandom.fromSystem(),
                        InstantSource.system())
                .run(RunState.initial(task, first));
    }

    private static Task task(Path folder) throws IOException, TaskException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("task.toml"), TASK);
        Files.writeString(folder.resolve("file.txt"), "for (int i = 0; i < n; i++) c[i] = a[i] + b[i];\n".repeat(20));
        return TaskReader.read(folder, Set.of("none"));
    }

    private static final class PassAtOnce implements Dispatcher {
        @Override
        public void evaluate(List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> told) {
            for (var candidate : candidates) {
                double number = Integer.parseInt(candidate.digest().substring(0, 7), 16);
                var measured = Measurement.exact("number", "", Direction.MINIMIZE, 1 + number);
                var passed = new StageResult("part/pass", new Outcome.Passed(List.of(measured), ""), 0);
                if (!told.test(new Evaluation(List.of(passed), List.of()))) {
                    return;
                }
            }
        }

        @Override
        public List<StageResult> confirm(Artifact candidate) {
            return List.of();
        }

        @Override
        public List<PairedSamples> block(Artifact incumbent, Artifact challenger) {
            throw new IllegalStateException("what is counted needs no blocks");
        }
    }
}
