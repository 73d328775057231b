package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Poison;
import dev.ouroboros.cfamily.data.Values;
import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.reference.Reference;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The seed's own kernel, run on the device in workers that no candidate ever enters. */
public final class SeedReference implements Reference {
    private final Contract task;
    private final Candidate seed;
    private final RandomGenerator secret;
    private final Compiler compiler;
    private final Pool<Seat> seats;

    public SeedReference(Target target, Compiler compiler, Contract task, Candidate seed, RandomGenerator secret) {
        this.task = task;
        this.seed = seed;
        this.secret = secret;
        this.compiler = compiler;
        long bytes = Workshop.checkBytes(task);
        this.seats = new Pool<>(() -> new Seat(Runner.start(target, bytes)), seat -> seat.runner.close());
    }

    @Override
    public boolean knowsTerms() {
        return false;
    }

    @Override
    public Answer answer(Inputs inputs) throws CandidateFailure, InterruptedException {
        try {
            return run(inputs);
        } catch (CandidateFailure e) {
            throw Blame.ours("the seed, which is the reference, failed: " + e.outcome());
        }
    }

    private Answer run(Inputs inputs) throws CandidateFailure, InterruptedException {
        Seat seat = seats.take();
        boolean well = false;
        try {
            Rig rig = seat.readyFor(inputs.problem());
            rig.place(List.of(inputs), Poison.NOT_A_NUMBER, secret);
            rig.go(1, task.patience());
            Map<String, double[]> outputs = new LinkedHashMap<>();
            for (Argument.Buffer buffer : task.outputs()) {
                Values values = rig.output(0, buffer);
                outputs.put(buffer.name(), values.doubles());
            }
            well = true;
            return new Found(outputs);
        } finally {
            seats.giveBack(seat, well && seat.runner.reusable());
        }
    }

    /** A worker for the seed alone; what it was last made ready for stays so, since most answers are of one problem. */
    private final class Seat {
        private final Runner runner;
        private @Nullable Problem problem;
        private @Nullable Rig rig;

        Seat(Runner runner) {
            this.runner = runner;
        }

        Rig readyFor(Problem wanted) throws CandidateFailure, InterruptedException {
            if (rig == null || !wanted.equals(problem)) {
                rig = null;
                Compiled compiled = compiler.compile(seed);
                runner.load(0, compiled.code(wanted));
                rig = Rig.prepare(runner, compiled, wanted, Layout.of(wanted, 1, 0), 0);
                problem = wanted;
            }
            return rig;
        }
    }

    /**
     * What the seed wrote. It tells no terms: a typical element's magnitude stands for those of small ones.
     *
     * @param outputs by name
     */
    private record Found(Map<String, double[]> outputs, Map<String, Double> typical) implements Answer {
        Found(Map<String, double[]> outputs) {
            this(outputs, new LinkedHashMap<>());
            outputs.forEach((name, values) -> typical.put(name, rootMeanSquare(values)));
        }

        @Override
        public double[] all(String output) {
            return require(outputs, output);
        }

        @Override
        public double at(String output, int i) {
            return all(output)[i];
        }

        @Override
        public double magnitude(String output, int i) {
            return Math.max(Math.abs(at(output, i)), require(typical, output));
        }

        private static <T> T require(Map<String, T> byOutput, String output) {
            T found = byOutput.get(output);
            if (found == null) {
                throw new IllegalArgumentException("no output " + output + " among " + byOutput.keySet());
            }
            return found;
        }

        private static double rootMeanSquare(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value * value;
            }
            return Math.sqrt(sum / values.length);
        }
    }

    @Override
    public void close() {
        compiler.close();
        seats.close();
    }
}
