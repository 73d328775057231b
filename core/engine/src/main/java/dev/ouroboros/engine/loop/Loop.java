package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.archive.BlobStore;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.dispatch.Dispatcher;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.loop.LoopEvent.BaselineEvaluated;
import dev.ouroboros.engine.loop.LoopEvent.BlockFailed;
import dev.ouroboros.engine.loop.LoopEvent.ChallengerChecked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationAsked;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.SecretRevealed;
import dev.ouroboros.engine.measure.NoObjectiveException;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.propose.Exchange;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.task.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Proposes, evaluates, confirms, archives, and again: {@code step(state) → state}. What to do is decided by {@link
 * Planner}; this class does it and archives what came of it, event by event, so that a run that is killed loses only
 * what was under way. One thread.
 */
public final class Loop {
    private final Task task;
    private final Planner planner;
    private final Equipment equipment;
    private final Derivation derivation;
    private final BlobStore blobs;
    private final Keeper keeper;
    private final Journal journal;
    private final SecretRandom secret;
    private final InstantSource clock;

    public Loop(
            Task task,
            Schedule schedule,
            Equipment equipment,
            BlobStore blobs,
            Journal journal,
            SecretRandom secret,
            InstantSource clock) {
        this.task = task;
        this.equipment = equipment;
        this.planner = equipment.planner(task, schedule);
        this.derivation = equipment.derivation();
        this.blobs = blobs;
        this.keeper = new Keeper(blobs);
        this.journal = journal;
        this.secret = secret;
        this.clock = clock;
    }

    /** Steps until the run is finished, halted, or its baseline failed; an interrupt ends it between two events. */
    public RunState run(RunState state) throws InterruptedException {
        var current = state;
        while (!current.closed()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted between two steps");
            }
            current = step(current);
        }
        return current;
    }

    /** Does the one thing that is next and returns the state after it. */
    public RunState step(RunState state) throws InterruptedException {
        return switch (planner.next(state, timeUp(state))) {
            case Action.EvaluateBaseline _ -> evaluateBaseline(state);
            case Action.Propose(var batch, var count) -> propose(state, batch, count);
            case Action.Evaluate(var pending) -> evaluate(state, pending);
            case Action.CheckChallenger(var challenger) ->
                append(state, new ChallengerChecked(keeper.kept(dispatcher().confirm(artifact(state, challenger)))));
            case Action.MeasureBlock(var kind, var incumbent, var challenger) ->
                measure(state, kind, incumbent, challenger);
            case Action.MeasureRerun(var baseline, var best) -> rerun(state, baseline, best);
            case Action.Conclude(var event) -> conclude(state, event);
            case Action.Stop _ -> state;
        };
    }

    private RunState evaluateBaseline(RunState state) throws InterruptedException {
        var result = new AtomicReference<RunState>(state);
        dispatcher().evaluate(List.of(task.seed()), task.seed(), evaluation -> {
            result.set(append(state, new BaselineEvaluated(keeper.kept(derivation.judged(evaluation)))));
            return true;
        });
        return result.get();
    }

    private RunState propose(RunState state, int number, int count) throws InterruptedException {
        var notes = new Notes(number, state);
        var proposals = equipment.propose(
                task, state, number, count, timeLeft(state), digest -> artifact(state, digest), notes);
        if (notes.asked) {
            if (!proposals.isEmpty()) {
                throw new IllegalStateException("a proposer asked for a confirmation and proposed in the same turn");
            }
            return notes.state;
        }
        var batch = Batch.of(number, proposals, state, task, digest -> artifact(state, digest));
        batch.artifacts().forEach(blobs::put);
        return append(notes.state, batch.event());
    }

    private RunState evaluate(RunState state, List<Pending> pending) throws InterruptedException {
        var waiting = new ArrayDeque<>(pending);
        var current = new AtomicReference<>(state);
        var candidates = pending.stream()
                .map(next -> blobs.artifact(next.version().files()))
                .toList();
        var incumbent = artifact(state, state.requireIncumbent().version().digest());
        dispatcher().evaluate(candidates, incumbent, evaluation -> {
            var judged = keeper.kept(derivation.judged(evaluation));
            var next = append(current.get(), derivation.evaluated(current.get(), waiting.remove(), judged));
            current.set(next);
            return !timeUp(next);
        });
        return current.get();
    }

    private RunState measure(RunState state, Kind kind, String incumbent, String challenger)
            throws InterruptedException {
        try {
            var series = kind == Kind.CONTROL_TASK
                    ? equipment.requireControl().block()
                    : dispatcher().block(artifact(state, incumbent), artifact(state, challenger));
            return append(state, derivation.block(state, kind, challenger, series));
        } catch (CandidateFailure e) {
            return append(state, new BlockFailed(keeper.kept(e.outcome())));
        } catch (NoObjectiveException e) {
            return append(state, new BlockFailed(new Outcome.Faulted(String.valueOf(e.getMessage()))));
        }
    }

    private RunState rerun(RunState state, String baseline, String best) throws InterruptedException {
        try {
            var series = dispatcher().block(artifact(state, baseline), artifact(state, best));
            return append(state, derivation.rerun(state, series));
        } catch (CandidateFailure e) {
            return halt(state, "the best candidate failed in the re-run, after it was confirmed: " + e.outcome());
        } catch (NoObjectiveException e) {
            return halt(state, "the re-run measured no objective: " + e.getMessage());
        }
    }

    private RunState halt(RunState state, String reason) {
        return conclude(state, new Halted(reason));
    }

    private RunState conclude(RunState state, LoopEvent event) {
        return switch (event) {
            case Finished _, Halted _ -> append(append(state, new SecretRevealed(secret.reveal())), event);
            default -> append(state, event);
        };
    }

    /** Archives what a proposer does while it proposes one batch; the state goes on with it. */
    private final class Notes implements Notebook {
        private final int batch;
        private RunState state;
        private boolean asked;

        Notes(int batch, RunState state) {
            this.batch = batch;
            this.state = state;
        }

        @Override
        public void exchange(Exchange exchange) {
            state = append(
                    state,
                    new Exchanged(
                            batch,
                            exchange.proposer(),
                            exchange.purpose(),
                            exchange.settings(),
                            put(exchange.request()),
                            put(exchange.answer()),
                            exchange.usage(),
                            exchange.failure()));
        }

        @Override
        public void note(String text) {
            state = append(state, new Noted(text));
        }

        @Override
        public void askConfirmation(String candidate) {
            state = append(state, new ConfirmationAsked(candidate));
            asked = true;
        }

        private String put(String text) {
            if (text.isEmpty()) {
                return "";
            }
            var blob = Blob.of(text.getBytes(StandardCharsets.UTF_8));
            blobs.put(blob);
            return blob.digest();
        }
    }

    private RunState append(RunState state, LoopEvent event) {
        return state.with(journal.append(event));
    }

    private Duration timeLeft(RunState state) {
        return state.time().left(planner.searchTime(state), clock.instant());
    }

    private boolean timeUp(RunState state) {
        return state.time().isUp(planner.searchTime(state), clock.instant());
    }

    private Artifact artifact(RunState state, String digest) {
        return digest.equals(task.seed().digest())
                ? task.seed()
                : blobs.artifact(state.search().known(digest).version().files());
    }

    private Dispatcher dispatcher() {
        return equipment.rig().dispatcher();
    }
}
