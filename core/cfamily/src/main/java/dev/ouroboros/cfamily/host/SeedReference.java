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
import java.util.BitSet;
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
            Map<String, Written> outputs = new LinkedHashMap<>();
            for (Argument.Buffer buffer : task.outputs()) {
                Values values = rig.output(0, buffer);
                Values before = buffer.role().read() ? inputs.of(buffer.name()) : null;
                outputs.put(buffer.name(), Written.of(values, before));
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

    /** What the seed wrote. It tells no terms: a typical element's magnitude stands for those of small ones. */
    private record Found(Map<String, Written> outputs) implements Answer {
        @Override
        public double[] all(String output) {
            return written(output).all();
        }

        @Override
        public double at(String output, int i) {
            return all(output)[i];
        }

        @Override
        public double magnitude(String output, int i) {
            Written written = written(output);
            double own = Math.abs(written.all()[i]);
            return written.kept().get(i) ? own : Math.max(own, written.typical());
        }

        private Written written(String output) {
            Written found = outputs.get(output);
            if (found == null) {
                throw new IllegalArgumentException("no output " + output + " among " + outputs.keySet());
            }
            return found;
        }
    }

    /**
     * One output.
     *
     * @param kept which elements are as they were before: nothing was computed there, so nothing was rounded
     * @param typical root mean square of the others
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
    private record Written(double[] all, BitSet kept, double typical) {
        /** @param before null if what was there before cannot have been read */
        static Written of(Values after, @Nullable Values before) {
            double[] all = after.doubles();
            BitSet kept = new BitSet();
            double sum = 0;
            for (int i = 0; i < all.length; i++) {
                if (before != null && all[i] == before.get(i)) {
                    kept.set(i);
                } else {
                    sum += all[i] * all[i];
                }
            }
            int computed = all.length - kept.cardinality();
            return new Written(all, kept, computed == 0 ? 0 : Math.sqrt(sum / computed));
        }
    }

    @Override
    public void close() {
        compiler.close();
        seats.close();
    }
}
