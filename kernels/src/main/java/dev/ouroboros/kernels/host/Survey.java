package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Audit;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiled;
import dev.ouroboros.cfamily.host.Compiler;
import dev.ouroboros.cfamily.host.Layout;
import dev.ouroboros.cfamily.host.Rig;
import dev.ouroboros.cfamily.host.Round;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.host.Attempt.Verdict;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tries configurations of one part one after the other, each on its own: what it takes to compile, whether it is right at
 * the timed shape, and the time of every run. This is for recording a space, not for judging a candidate: inputs are drawn
 * once for all configurations, so that these differ in nothing but their parameters. Not thread-safe.
 */
public final class Survey implements AutoCloseable {
    /** PoCL's number of threads; 3.1 knows this name, later versions the other one as well. */
    private static final List<String> THREADS = List.of("POCL_MAX_PTHREAD_COUNT", "POCL_CPU_MAX_CU_COUNT");

    private final KernelTask task;
    private final DeviceTarget target;
    private final Workshop workshop;
    private final Artifact seed;
    private final Round round;
    private Compiler compiler;
    private @Nullable Runner runner;

    private Survey(KernelTask task, DeviceTarget target, Workshop workshop, Artifact seed, Round round) {
        this.task = task;
        this.target = target;
        this.workshop = workshop;
        this.seed = seed;
        this.round = round;
        this.compiler = Support.compiler(target, task);
    }

    /**
     * Opens the first device, and has the seed's answers computed.
     *
     * @param seed the unmodified files, which must be right
     * @param secret inputs are drawn from it
     * @param threads how many PoCL may use, from 1
     * @throws TaskException if the part's table has a mistake
     * @throws CandidateFailure if the seed does not work
     */
    public static Survey open(Part part, Artifact seed, Sandbox sandbox, RandomGenerator secret, int threads)
            throws TaskException, CandidateFailure, InterruptedException {
        KernelTask task = KernelTaskReader.read(part);
        var workers = new WorkerFactory(sandbox, environment(threads), true);
        DeviceInfo device = Devices.choose(Devices.list(workers), null);
        var workshop = Support.workshop(part, task, device, workers, secret);
        Survey survey = null;
        try {
            var round = new Round(workshop, workshop.timed(), 1);
            round.draw();
            survey = new Survey(task, new DeviceTarget(workers, device), workshop, seed, round);
            survey.warmUp();
            return survey;
        } finally {
            if (survey == null) {
                workshop.close();
            }
        }
    }

    /** Returns what the device says about itself. */
    public DeviceInfo device() {
        return target.device();
    }

    /**
     * Tries one.
     *
     * @param runs timed launches, from 1, after one that is not timed
     * @throws CandidateFailure if the machine is at fault and not the configuration; it may be tried again
     */
    public Attempt attempt(Artifact artifact, int runs) throws CandidateFailure, InterruptedException {
        Runner ready = runner();
        var watch = new Stopwatch();
        Compiled compiled;
        try {
            compiled = compiler.compile(Candidate.of(workshop.part(), artifact));
        } catch (CandidateFailure failure) {
            double seconds = watch.lap();
            recover(failure);
            return failed(failure, Verdict.COMPILE, seconds, 0, 0);
        }
        var laps = new Laps(watch, watch.lap());
        boolean well = false;
        try {
            Attempt attempt = run(ready, compiled, laps, runs);
            ready.unload(0);
            well = ready.reusable();
            return attempt;
        } catch (CandidateFailure failure) {
            laps.framework += watch.lap();
            return failed(failure, laps.stage, laps.compilation, laps.framework, laps.validation);
        } finally {
            if (!well) {
                endRunner();
            }
        }
    }

    /** Where the time went, and what it is called if it fails now. */
    private static final class Laps {
        final Stopwatch watch;
        final double compilation;
        double framework;
        double validation;
        Verdict stage = Verdict.RUNTIME;

        Laps(Stopwatch watch, double compilation) {
            this.watch = watch;
            this.compilation = compilation;
        }
    }

    private Attempt run(Runner ready, Compiled compiled, Laps laps, int count)
            throws CandidateFailure, InterruptedException {
        Problem problem = workshop.timed();
        ready.load(0, compiled.code(problem));
        Rig rig = workshop.rig(ready, compiled, problem, Layout.of(problem, 1, 0), 0);
        check(rig, laps, 0);
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(rig.go(1, workshop.task().patience()));
        }
        laps.framework -= runs.stream().mapToDouble(Double::doubleValue).sum();
        check(rig, laps, 1);
        return new Attempt(Verdict.CORRECT, laps.compilation, Math.max(0, laps.framework), laps.validation, runs, "");
    }

    /** One launch that is compared in full; the first one also warms caches up. */
    private void check(Rig rig, Laps laps, int number) throws CandidateFailure, InterruptedException {
        workshop.place(rig, round.inputs(1), number);
        rig.go(1, workshop.task().patience());
        laps.framework += laps.watch.lap();
        laps.stage = Verdict.CORRECTNESS;
        round.judge(rig, 1, Audit.FIRST);
        laps.validation += laps.watch.lap();
        laps.stage = Verdict.RUNTIME;
    }

    private static Attempt failed(
            CandidateFailure failure, Verdict stage, double compilation, double framework, double validation)
            throws CandidateFailure {
        return switch (failure.outcome()) {
            case Outcome.TimedOut(String message) ->
                new Attempt(Verdict.TIMEOUT, compilation, framework, validation, List.of(), message);
            case Outcome.Rejected(var _, String message, var _) ->
                new Attempt(stage, compilation, framework, validation, List.of(), message);
            case Outcome.Faulted _, Outcome.Passed _ -> throw failure;
        };
    }

    /** After a compiler's process had to be ended, the next configuration shall not pay for the start of another one. */
    private void recover(CandidateFailure failure) throws CandidateFailure, InterruptedException {
        boolean ordinary =
                failure.outcome() instanceof Outcome.Rejected(var reason, var _, var _) && reason == Reason.BUILD;
        if (!ordinary) {
            compiler.close();
            compiler = Support.compiler(target, task);
            warmUp();
        }
    }

    private void warmUp() throws CandidateFailure, InterruptedException {
        compiler.compile(Candidate.of(workshop.part(), seed));
    }

    private Runner runner() throws CandidateFailure, InterruptedException {
        if (runner == null) {
            runner = Runner.start(target, Layout.bytesPerLaunch(workshop.timed()));
        }
        return runner;
    }

    private void endRunner() {
        if (runner != null) {
            runner.close();
            runner = null;
        }
    }

    private static Map<String, String> environment(int threads) {
        Map<String, String> variables = new TreeMap<>();
        THREADS.forEach(name -> variables.put(name, Integer.toString(threads)));
        return variables;
    }

    @Override
    public void close() {
        endRunner();
        compiler.close();
        workshop.close();
    }
}
