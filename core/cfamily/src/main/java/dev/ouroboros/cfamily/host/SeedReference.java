package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Poison;
import dev.ouroboros.cfamily.data.Values;
import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.reference.Reference;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The seed's own kernel, run on the device in workers that no candidate ever enters. */
public final class SeedReference implements Reference {
    private final Contract task;
    private final Candidate seed;
    private final RandomGenerator secret;
    private final Compiler compiler;
    private final Pool<Runner> runners;

    public SeedReference(Target target, Compiler compiler, Contract task, Candidate seed, RandomGenerator secret) {
        this.task = task;
        this.seed = seed;
        this.secret = secret;
        this.compiler = compiler;
        long bytes = Workshop.checkBytes(task);
        this.runners = new Pool<>(() -> Runner.start(target, bytes), Runner::close);
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
        Compiled compiled = compiler.compile(seed);
        Runner runner = runners.take();
        boolean well = false;
        try {
            runner.load(0, compiled.code(inputs.problem()));
            Layout layout = Layout.of(inputs.problem(), 1, 0);
            Rig rig = Rig.prepare(runner, compiled, inputs.problem(), layout, 0);
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
            runners.giveBack(runner, well && runner.reusable());
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
        runners.close();
    }
}
