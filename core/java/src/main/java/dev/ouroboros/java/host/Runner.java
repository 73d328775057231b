package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Reply;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import dev.ouroboros.engine.process.WorkerSpec;
import dev.ouroboros.java.data.Draw;
import dev.ouroboros.java.data.Flat;
import dev.ouroboros.java.task.JavaTask;
import dev.ouroboros.java.worker.ClassBytes;
import dev.ouroboros.java.worker.Messages;
import dev.ouroboros.java.worker.RunnerMain;
import dev.ouroboros.java.worker.Turns;
import dev.ouroboros.java.worker.Turns.Chosen;
import dev.ouroboros.java.worker.Turns.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JVM in the sandbox that runs candidates. */
final class Runner implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration PREPARE = Duration.ofSeconds(20);
    private static final int MOST_LOADS = 100;
    private static final long MIB = 1 << 20;
    private static final int STDERR_CAP = 16 << 10;

    private final Worker worker;
    private boolean failed;
    private int loads;

    private Runner(Worker worker) {
        this.worker = worker;
    }

    /**
     * How long launches took.
     *
     * @param nanos on the parent's clock
     * @param own nanoseconds on the worker's clock
     */
    record Time(long nanos, long own) {}

    /**
     * Starts one and waits until it is ready.
     *
     * @throws CandidateFailure with {@link dev.ouroboros.engine.evaluation.Outcome.Faulted} if it does not start
     */
    static Runner start(Sandbox sandbox, JavaTask task) throws CandidateFailure, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("lock"));
        task.classPath().forEach(path -> arguments.add(path.toString()));
        List<String> options = new ArrayList<>(List.of("--sun-misc-unsafe-memory-access=deny"));
        if (task.isSearch()) {
            // Nothing is timed, and a candidate is not played for long enough to be worth more of a compiler's time.
            options.add("-XX:TieredStopAtLevel=1");
        }
        var command = WorkerJvm.command(RunnerMain.class, List.of(), options, arguments);
        List<Path> visible = new ArrayList<>(command.visible());
        visible.addAll(task.classPath());
        var spec = new SandboxSpec(visible, List.of(), List.of(), List.of(), Map.of(), 1536 * MIB, 16 * MIB, 16 * MIB);
        var runner = new Runner(Worker.start(new WorkerSpec(command.line(), spec, Set.of(), STDERR_CAP), sandbox));
        boolean up = false;
        try {
            runner.worker.call(Messages.frame(new Messages.Describe()), START);
            up = true;
            return runner;
        } catch (WorkerFailure e) {
            throw Blame.ours("a worker does not start: " + e.getMessage());
        } finally {
            if (!up) {
                runner.close();
            }
        }
    }

    /** Whether it may run another candidate: nothing has gone wrong, and its memory of classes is not filling up. */
    boolean reusable() {
        return !failed && loads < MOST_LOADS;
    }

    /** Loads a candidate's classes and finds the entry of that name. */
    void load(int slot, JavaTask task, String method, Map<String, byte[]> classes)
            throws CandidateFailure, InterruptedException {
        loads++;
        String owner = method.isEmpty() ? "" : task.owner();
        done("loading", Messages.frame(new Messages.Load(slot, owner, method, task.types()), ClassBytes.pack(classes)));
    }

    void unload(int slot) throws CandidateFailure, InterruptedException {
        done("unloading", Messages.frame(new Messages.Unload(slot)));
    }

    /** Draws the arguments of launches, the same in every worker. */
    void prepare(int slot, List<Draw> draws, long seed, int first, int launches)
            throws CandidateFailure, InterruptedException {
        done("drawing arguments", Messages.frame(new Messages.Prepare(slot, draws, seed, first, launches)));
    }

    /** Launches. */
    Time go(int slot, Duration patience) throws CandidateFailure, InterruptedException {
        Reply reply = exchange("the entry", Reason.INCORRECT, Messages.frame(new Messages.Go(slot)), patience);
        return new Time(
                reply.nanos(), understand(reply.frame(), Messages.Done.class).nanos());
    }

    /** Returns for each launch what it returned, followed by its arguments as they are now. */
    List<@Nullable Object> collect(int slot, List<Integer> full, int spots, long seed)
            throws CandidateFailure, InterruptedException {
        Reply reply = exchange(
                "the result", Reason.INCORRECT, Messages.frame(new Messages.Collect(slot, full, spots, seed)), PREPARE);
        understand(reply.frame(), Messages.Results.class);
        try {
            if (Flat.read(reply.frame().payload()) instanceof Object[] launches) {
                List<@Nullable Object> results = new ArrayList<>();
                for (Object launch : launches) {
                    results.add(launch);
                }
                return results;
            }
            throw new IllegalArgumentException("no list of results");
        } catch (IllegalArgumentException e) {
            failed = true;
            throw Blame.rejected(Reason.GUARD, "its worker answered with " + e.getMessage());
        }
    }

    /** Lays out spaces for a loaded search. */
    void lay(int slot, List<Messages.Space> spaces) throws CandidateFailure, InterruptedException {
        done("opening a space", Reason.INCORRECT, Messages.frame(new Messages.Lay(slot, spaces)));
    }

    /** Begins plays. */
    void deal(int slot, List<Long> seeds) throws CandidateFailure, InterruptedException {
        done("beginning a play", Reason.INCORRECT, Messages.frame(new Messages.Deal(slot, seeds)));
    }

    /** Tells plays what their last choices gave, and returns what they choose next, in the same order. */
    List<Chosen> turn(int slot, List<Told> told, Duration patience) throws CandidateFailure, InterruptedException {
        Reply reply = exchange(
                "a play", Reason.INCORRECT, Messages.frame(new Messages.Turn(slot), Turns.told(told)), patience);
        understand(reply.frame(), Messages.Choices.class);
        try {
            List<Chosen> chosen = Turns.chosen(reply.frame().payload());
            if (!chosen.stream()
                    .map(Chosen::play)
                    .toList()
                    .equals(told.stream().map(Told::play).toList())) {
                throw new IllegalArgumentException("the choices of other plays");
            }
            return chosen;
        } catch (IllegalArgumentException e) {
            failed = true;
            throw Blame.rejected(Reason.GUARD, "its worker answered with " + e.getMessage());
        }
    }

    /** Runs a class of tests. */
    Messages.Tested test(int slot, String type, Duration patience) throws CandidateFailure, InterruptedException {
        Reply reply = exchange("the tests", Reason.INCORRECT, Messages.frame(new Messages.Test(slot, type)), patience);
        return understand(reply.frame(), Messages.Tested.class);
    }

    private void done(String what, Frame request) throws CandidateFailure, InterruptedException {
        done(what, Reason.BUILD, request);
    }

    private void done(String what, Reason ifRefused, Frame request) throws CandidateFailure, InterruptedException {
        understand(exchange(what, ifRefused, request, PREPARE).frame(), Messages.Done.class);
    }

    private Reply exchange(String what, Reason ifRefused, Frame request, Duration patience)
            throws CandidateFailure, InterruptedException {
        boolean well = false;
        try {
            Reply reply = worker.exchange(request, patience);
            if (reply.frame().kind().equals(Messages.ERROR)) {
                throw Blame.rejected(
                        ifRefused, what + " failed: " + reply.frame().body().asString());
            }
            well = true;
            return reply;
        } catch (WorkerFailure e) {
            throw Blame.candidate(what, e);
        } finally {
            failed |= !well;
        }
    }

    private <M extends Messages.Message> M understand(Frame answer, Class<M> type) throws CandidateFailure {
        try {
            return Messages.read(answer, type);
        } catch (IllegalArgumentException e) {
            failed = true;
            throw Blame.rejected(Reason.GUARD, "its worker answered " + e.getMessage());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
