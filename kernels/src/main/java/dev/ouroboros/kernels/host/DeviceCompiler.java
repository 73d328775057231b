package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiler;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Pool;
import dev.ouroboros.cfamily.host.Recent;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.task.Grid;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.worker.DeviceMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compiles candidates, each once as long as it is remembered, in warm workers: one for each that is compiled at a time. */
final class DeviceCompiler implements Compiler {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern POCL_COUNTS = Pattern.compile("<unknown>:0:0: \\d+ instructions? in function");

    private final DeviceInfo device;
    private final KernelTask task;
    private final Set<Defence> defences;
    private final Pool<Worker> workers;
    private final Recent<DeviceCode> done = new Recent<>();

    DeviceCompiler(WorkerFactory workers, DeviceInfo device, KernelTask task, Set<Defence> defences) {
        this.device = device;
        this.task = task;
        this.defences = defences;
        this.workers = new Pool<>(() -> workers.compiler(device.index()), Worker::close);
    }

    @Override
    public DeviceCode compile(Candidate candidate) throws CandidateFailure, InterruptedException {
        DeviceCode known = done.get(candidate.digest());
        if (known != null) {
            return known;
        }
        Map<GridClass, Set<String>> variants = variants(candidate);
        var request = new DeviceMessages.Compile(
                List.copyOf(candidate.sources().values()),
                options(candidate),
                task.entry(),
                variants.values().stream().map(List::copyOf).toList());
        Frame answer = ask(request);
        var compiled = understand(candidate, List.copyOf(variants.keySet()), answer);
        done.put(candidate.digest(), compiled);
        return compiled;
    }

    /** A worker that did not do as it was told is ended; a fresh one has no earlier request in its memory. */
    private Frame ask(DeviceMessages.Compile request) throws CandidateFailure, InterruptedException {
        Frame answer = askOne(workers.take(), request);
        if (answer.kind().equals(Messages.ERROR)) {
            answer = askOne(workers.fresh(), request);
        }
        if (answer.kind().equals(Messages.ERROR)) {
            throw Blame.ours(answer.body().asString());
        }
        return answer;
    }

    private Frame askOne(Worker worker, DeviceMessages.Compile request) throws CandidateFailure, InterruptedException {
        boolean healthy = false;
        try {
            Frame answer = worker.call(Messages.frame(request), PATIENCE);
            healthy = !answer.kind().equals(Messages.ERROR);
            return answer;
        } catch (WorkerFailure e) {
            throw Blame.candidate("compiling", e);
        } finally {
            workers.giveBack(worker, healthy);
        }
    }

    private DeviceCode understand(Candidate candidate, List<GridClass> classes, Frame answer) throws CandidateFailure {
        DeviceMessages.Compiled said = Messages.read(answer, DeviceMessages.Compiled.class);
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
        Map<GridClass, byte[]> binaries = new EnumMap<>(GridClass.class);
        int from = 0;
        for (int i = 0; i < classes.size(); i++) {
            int end = from + said.sizes().get(i);
            binaries.put(classes.get(i), Arrays.copyOfRange(answer.payload(), from, end));
            from = end;
        }
        return new DeviceCode(task, device, candidate, said.kernel(), binaries, readable(said.log()));
    }

    /** PoCL's log holds a count of instructions for every function, without line ends. */
    private static String readable(String log) {
        return POCL_COUNTS.matcher(log).replaceAll("").strip();
    }

    private Map<GridClass, Set<String>> variants(Candidate candidate) throws CandidateFailure {
        Map<GridClass, Set<String>> variants = new TreeMap<>();
        for (Shape shape : task.contract().shown()) {
            add(variants, candidate, shape, " at " + shape);
        }
        add(
                variants,
                candidate,
                task.contract().timed(),
                " at " + task.contract().timed());
        for (Shape shape : task.contract().traced()) {
            add(variants, candidate, shape, " at " + shape);
        }
        for (Shape shape : task.contract().heldOut()) {
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
        workers.close();
    }
}
