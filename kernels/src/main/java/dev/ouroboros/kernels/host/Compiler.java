package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.task.Grid;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.Shape;
import dev.ouroboros.kernels.worker.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compiles candidates, each once as long as it is remembered, in warm workers. PoCL reads once in the life of a process
 * which work-group functions a binary shall hold, so a worker serves only candidates that want the same ones.
 */
final class Compiler implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern POCL_COUNTS = Pattern.compile("<unknown>:0:0: \\d+ instructions? in function");
    private static final int REMEMBERED = 64;
    private static final int WARM = 6;

    private final DeviceInfo device;
    private final KernelTask task;
    private final Set<Defence> defences;
    private final WorkerFactory factory;
    private final Map<List<String>, Pool<Worker>> workers = new LinkedHashMap<>(WARM, 0.75f, true);
    private final Map<String, Compiled> done = Collections.synchronizedMap(new LinkedHashMap<>());

    Compiler(WorkerFactory workers, DeviceInfo device, KernelTask task, Set<Defence> defences) {
        this.device = device;
        this.task = task;
        this.defences = defences;
        this.factory = workers;
    }

    /** Compiles for every shape of the task. */
    Compiled compile(Candidate candidate) throws CandidateFailure, InterruptedException {
        Compiled known = done.get(candidate.digest());
        if (known != null) {
            return known;
        }
        Map<GridClass, byte[]> binaries = new EnumMap<>(GridClass.class);
        Messages.Compiled said = null;
        for (var each : variants(candidate).entrySet()) {
            List<String> variants = List.copyOf(each.getValue());
            var request = new Messages.Compile(
                    List.copyOf(candidate.sources().values()), options(candidate), task.entry(), variants);
            Frame answer = ask(request);
            said = Messages.read(answer, Messages.Compiled.class);
            check(said);
            binaries.put(each.getKey(), answer.payload());
        }
        if (said == null || said.kernel() == null) {
            throw new IllegalStateException("a task has at least one shape, so at least one binary");
        }
        var compiled = new Compiled(candidate, said.kernel(), binaries, readable(said.log()));
        synchronized (done) {
            done.put(candidate.digest(), compiled);
            if (done.size() > REMEMBERED) {
                done.remove(done.keySet().iterator().next());
            }
        }
        return compiled;
    }

    private Frame ask(Messages.Compile request) throws CandidateFailure, InterruptedException {
        Pool<Worker> pool = pool(request.variants());
        Worker worker = pool.take();
        boolean healthy = false;
        try {
            Frame answer = worker.call(Messages.frame(request), PATIENCE);
            healthy = true;
            return answer;
        } catch (WorkerFailure e) {
            throw Blame.candidate("compiling", e);
        } finally {
            if (healthy) {
                pool.giveBack(worker);
            }
        }
    }

    private Pool<Worker> pool(List<String> variants) {
        synchronized (workers) {
            Pool<Worker> pool = workers.computeIfAbsent(
                    variants, any -> new Pool<>(() -> factory.compiler(device.index()), Worker::close));
            if (workers.size() > WARM) {
                var eldest = workers.entrySet().iterator().next();
                workers.remove(eldest.getKey());
                eldest.getValue().close();
            }
            return pool;
        }
    }

    private void check(Messages.Compiled said) throws CandidateFailure {
        if (said.kernel() == null) {
            throw Blame.rejected(Reason.BUILD, readable(said.log()));
        }
        if (defences.contains(Defence.IMPORTS) && (!said.imports().isEmpty() || said.runsAtLoad())) {
            throw Blame.rejected(
                    Reason.GUARD,
                    said.runsAtLoad()
                            ? "refused: code that runs when it is loaded"
                            : "refused: it calls what is no part of OpenCL C: " + String.join(", ", said.imports()));
        }
    }

    /** PoCL's log holds a count of instructions for every function, without line ends. */
    private static String readable(String log) {
        return POCL_COUNTS.matcher(log).replaceAll("").strip();
    }

    private Map<GridClass, Set<String>> variants(Candidate candidate) throws CandidateFailure {
        Map<GridClass, Set<String>> variants = new TreeMap<>();
        for (Shape shape : task.shown()) {
            add(variants, candidate, shape, " at " + shape);
        }
        add(variants, candidate, task.timed(), " at " + task.timed());
        add(variants, candidate, task.traced(), " at " + task.traced());
        for (Shape shape : task.heldOut()) {
            add(variants, candidate, shape, " at a held-out shape");
        }
        return variants;
    }

    private void add(Map<GridClass, Set<String>> variants, Candidate candidate, Shape shape, String where)
            throws CandidateFailure {
        try {
            Grid grid = Grid.of(task, shape, candidate.parameters());
            GridClass size = GridClass.of(device, grid);
            variants.computeIfAbsent(size, key -> new TreeSet<>()).add(size.variant(grid));
        } catch (IllegalArgumentException e) {
            throw Blame.rejected(Reason.BUILD, "these parameters give no possible grid" + where);
        }
    }

    private String options(Candidate candidate) {
        List<String> options = new ArrayList<>(task.options());
        options.addAll(candidate.definitions());
        return String.join(" ", options);
    }

    @Override
    public void close() {
        synchronized (workers) {
            workers.values().forEach(Pool::close);
        }
    }
}
