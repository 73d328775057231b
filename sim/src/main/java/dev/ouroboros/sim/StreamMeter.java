package dev.ouroboros.sim;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.sim.Course.Cycle;
import dev.ouroboros.sim.Oracle.Mute;
import dev.ouroboros.sim.Stimulus.Episode;
import dev.ouroboros.sim.Stimulus.Sender;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many cycles a design takes for the same secret tokens as the seed, when nothing hinders it: {@code cycles} for all
 * tokens, {@code latency} from the first token offered to the first one given, {@code throughput} in tokens a cycle.
 */
final class StreamMeter implements Stage {
    /** Longest run, after the reset. */
    private static final int MOST_CYCLES = 16_384;

    /** A stimulus as often as long as a screen's begins with an episode of that many. */
    private static final int TIMES = 6;

    private static final int MOST_TOKENS = 256;

    private final Workbench bench;
    private final Contract.Streaming contract;
    private @Nullable Track track;

    /** @param bench of the screen */
    StreamMeter(Workbench bench, Contract.Streaming contract) {
        this.bench = bench;
        this.contract = contract;
    }

    /**
     * What every design of a run is timed on.
     *
     * @param given how many tokens of each output stream the seed gives
     */
    private record Track(
            Verilator simulator, Layout layout, Channels channels, Stimulus stimulus, Lane lane, List<Integer> given) {

        Course course(Model model) throws CandidateFailure, InterruptedException {
            return Course.of(layout, channels, stimulus, simulator.run(model, stimulus, List.of(lane)), 0, 0);
        }

        int tokens() {
            return given.stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Override
    public String name() {
        return "stream-speed";
    }

    @Override
    public CostClass cost() {
        return CostClass.CHECK;
    }

    @Override
    public String capability() {
        return "verilator, " + Precompiled.COMPILER;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            Track known = track();
            return timed(known, known.course(bench.model(bench.design(artifact))));
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        } catch (Mute e) {
            return new Outcome.Passed(List.of(), "Not timed, because the seed cannot be simulated: " + e.getMessage());
        }
    }

    private Outcome timed(Track known, Course course) {
        int end = 0;
        int first = Integer.MAX_VALUE;
        for (int j = 0; j < known.given().size(); j++) {
            int wanted = known.given().get(j);
            int at = moment(course, j, wanted);
            if (at < 0) {
                return new Outcome.Rejected(
                        Reason.INCORRECT,
                        "gives fewer than the seed's " + wanted + " tokens of "
                                + contract.outputs().get(j).valid() + " in "
                                + course.cycles().size() + " cycles");
            }
            end = Math.max(end, at);
            first = wanted == 0 ? first : Math.min(first, moment(course, j, 1));
        }
        // From the first offer, not from when it was taken: else who takes late would look fast.
        int cycles = end + 1;
        return new Outcome.Passed(
                List.of(
                        Measurement.exact("cycles", "", Direction.MINIMIZE, cycles),
                        Measurement.exact("latency", "cycles", Direction.MINIMIZE, first),
                        Measurement.exact(
                                "throughput", "tokens/cycle", Direction.MAXIMIZE, (double) known.tokens() / cycles)),
                known.tokens() + " tokens in " + cycles + " cycles.");
    }

    /** Returns the cycle in which a stream gives its n-th token, −1 if it does not. */
    private static int moment(Course course, int output, int number) {
        int left = number;
        for (int at = 0; at < course.cycles().size(); at++) {
            Cycle cycle = course.cycles().get(at);
            if (cycle.gives(output) && --left == 0) {
                return at;
            }
        }
        return number == 0 ? 0 : -1;
    }

    private synchronized Track track() throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        Track known = track;
        if (known == null) {
            Verilator simulator = bench.simulator();
            Oracle oracle = bench.seed();
            var channels = Channels.of(oracle.circuit(), contract, bench.task().reset());
            var bare = new Track(
                    simulator,
                    oracle.layout(),
                    channels,
                    stimulus(oracle, channels),
                    Lane.drawn(bench.secret()),
                    List.of());
            Course course = bare.course(oracle.model());
            List<Integer> given = IntStream.range(0, channels.outputs().size())
                    .mapToObj(j -> course.tokens(j).size())
                    .toList();
            known = new Track(simulator, bare.layout(), channels, bare.stimulus(), bare.lane(), given);
            if (known.tokens() == 0) {
                throw new Mute("it gives no token");
            }
            track = known;
        }
        return known;
    }

    /** One long episode. The seed may use half of it, so that a slower candidate is slower and not wrong. */
    private Stimulus stimulus(Oracle oracle, Channels channels) {
        List<BigInteger> constants = Constants.of(oracle.design());
        Reset reset = bench.task().reset();
        Stimulus drawn = Drawing.stimulus(oracle.layout(), reset, constants, null, TIMES, bench.secret());
        Traffic traffic =
                Traffic.of(oracle.layout(), channels, reset, contract.patience(), drawn, drawn, bench.secret());
        Episode longest = traffic.eager().episodes().getFirst();
        List<Sender> senders = traffic.eager().senders();
        int count = Math.max(1, Math.min(MOST_TOKENS, MOST_CYCLES / 2 / contract.patience()));
        List<List<int[]>> tokens = senders.stream()
                .map(sender -> Traffic.tokens(sender, longest.frames().subList(0, count)))
                .toList();
        List<int[]> frames = longest.frames().subList(0, Math.min(MOST_CYCLES, longest.cycles()));
        return new Stimulus(List.of(new Episode(frames, longest.warmUp(), longest.quiet(), tokens)), senders);
    }
}
