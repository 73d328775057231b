package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.engine.space.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Times nothing: draws samples around the cost that follows from the expression, seeded by the two candidates. */
final class SimulatedBench implements Bench {
    private static final int SCREENED = 5;

    private final String part;
    private final String file;
    private final Expression cost;
    private final Simulation simulation;
    private final Map<String, Integer> meetings = new ConcurrentHashMap<>();
    private final Set<String> shaken = ConcurrentHashMap.newKeySet();

    SimulatedBench(String part, String file, Expression cost, Simulation simulation) {
        this.part = part;
        this.file = file;
        this.cost = cost;
        this.simulation = simulation;
    }

    @Override
    public String metric() {
        return simulation.metric();
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double value(double secondsPerLaunch) {
        return secondsPerLaunch;
    }

    @Override
    public PairedSamples screen(String name, Artifact incumbent, Artifact challenger) {
        var random = new Random((incumbent.digest() + "screen" + challenger.digest()).hashCode());
        var ofIncumbent = new ArrayList<Sample>();
        var ofChallenger = new ArrayList<Sample>();
        for (int i = 0; i < SCREENED; i++) {
            ofIncumbent.add(sample(incumbent, 0, random));
            ofChallenger.add(sample(challenger, simulation.bias(), random));
        }
        return new PairedSamples(name, ofIncumbent, ofChallenger, List.of(true, false, true, false, true));
    }

    @Override
    public Duel open(Artifact incumbent, Artifact challenger) throws CandidateFailure {
        if (simulation.shaky().marks(challenger.text(file)) && shaken.add(challenger.digest())) {
            throw new CandidateFailure(new Outcome.Faulted("the first block always faults"));
        }
        var both = incumbent.digest() + challenger.digest();
        int meeting = simulation.alike() ? 0 : meetings.merge(both, 1, Integer::sum);
        var random = new Random((both + meeting).hashCode());
        // Drawn apart, so that the secret order within a pair does not change what is drawn.
        var ofIncumbent = new Random(random.nextLong());
        var ofChallenger = new Random(random.nextLong());
        return new Duel() {
            @Override
            public void nextPair() {}

            @Override
            public Sample run(Side side) throws CandidateFailure {
                if (side == Side.INCUMBENT) {
                    return sample(incumbent, 0, ofIncumbent);
                }
                if (simulation.crashing().marks(challenger.text(file))) {
                    throw new CandidateFailure(new Outcome.Rejected(Reason.INCORRECT, "crashed"));
                }
                return sample(challenger, simulation.bias(), ofChallenger);
            }

            @Override
            public void close() {}
        };
    }

    private Sample sample(Artifact artifact, double bias, Random random) {
        double seconds = seconds(artifact) * StrictMath.exp(simulation.scatter() * random.nextGaussian() - bias);
        return new Sample(seconds, Double.NaN, (int) Math.ceil(Duel.BATCH_SECONDS / seconds));
    }

    private double seconds(Artifact artifact) {
        var names = new HashMap<String, Object>();
        var parameters = artifact.files().get(Artifact.parametersPath(part));
        if (parameters != null) {
            names.putAll(ParameterFile.read(parameters.text()).values());
        }
        names.put("operations", (long) TermParser.parse(artifact.text(file)).operations());
        return ((Number) cost.evaluate(names)).doubleValue();
    }
}
