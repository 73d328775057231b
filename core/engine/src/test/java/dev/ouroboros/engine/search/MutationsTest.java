package dev.ouroboros.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sources are 24 letters, three for each of eight operators, which write one of theirs in upper case. */
class MutationsTest {
    private static final String FILE = "kernel/kernel.cl";
    private static final Task TASK =
            Run.task(new ParameterSpace(List.of(new Parameter("P", List.of(1, 2))), List.of()));
    private static final int SITES = 3;
    private static final List<Operator> OPERATORS =
            IntStream.range(0, 8).<Operator>mapToObj(Flip::new).toList();
    private static final Artifact SEED = TASK.seed().with(FILE, "a".repeat(8 * SITES));

    private record Guess(Flip flip) implements Operator {
        @Override
        public String name() {
            return flip.name();
        }

        @Override
        public double promise() {
            return 0.5;
        }

        @Override
        public List<Patch> patches(Artifact artifact) {
            return flip.patches(artifact);
        }
    }

    private record Flip(int number) implements Operator {
        @Override
        public String name() {
            return "flip" + number;
        }

        @Override
        public List<Patch> patches(Artifact artifact) {
            var text = artifact.text(FILE);
            return IntStream.range(number * SITES, (number + 1) * SITES)
                    .filter(i -> text.charAt(i) == 'a')
                    .<Patch>mapToObj(i -> new Patch.WholeFile(FILE, text.substring(0, i) + 'A' + text.substring(i + 1)))
                    .toList();
        }
    }

    /** The first two help, the third never compiles, the last two help only together, the others harm. */
    private static double value(String text) {
        double value = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'A') {
                int operator = i / SITES;
                if (operator == 2) {
                    return Double.NaN;
                }
                value *= operator < 2 ? 1.1 : operator < 6 ? 0.9 : 0.95;
            }
        }
        boolean together = text.charAt(6 * SITES) == 'A' && text.charAt(7 * SITES) == 'A';
        return together ? 2 * value : value;
    }

    private static final class History {
        final List<Observation> observations = new ArrayList<>();
        final Map<String, Artifact> artifacts = new HashMap<>();
        Artifact best = SEED;

        History() {
            observe(SEED, (Proposal) null);
        }

        void observe(Artifact artifact, String proposer) {
            observe(
                    artifact,
                    new Proposal(
                            List.of(SEED.digest()), List.of(), Credit.OPERATORS, proposer, "", Proposal.Cost.NONE));
        }

        void observe(Artifact artifact, @Nullable Proposal by) {
            double value = value(artifact.text(FILE));
            boolean failed = Double.isNaN(value);
            artifacts.put(artifact.digest(), artifact);
            observations.add(new Observation(
                    artifact.digest(),
                    by,
                    TASK.settings(artifact),
                    artifact.text(FILE),
                    List.of(),
                    failed ? Double.NaN : Math.log(value),
                    failed ? Reason.BUILD : null,
                    null));
            best = value > value(best.text(FILE)) ? artifact : best;
        }

        ProposerContext context() {
            return context(OPERATORS);
        }

        ProposerContext context(List<Operator> operators) {
            return new ProposerContext(
                    TASK,
                    operators,
                    best,
                    1,
                    List.copyOf(observations),
                    List.of(),
                    Map.of(),
                    100,
                    artifacts::containsKey,
                    digest -> artifacts.getOrDefault(digest, SEED),
                    Notebook.closed());
        }

        History run(int evaluations, long seed) throws PatchFailure {
            var random = new SplittableRandom(seed);
            while (observations.size() < evaluations) {
                var proposals = new Mutations(context()).propose(4, new HashSet<>(), random);
                assertTrue(!proposals.isEmpty(), "there is always something left to try");
                for (var proposal : proposals) {
                    var parent = artifacts.getOrDefault(proposal.parents().getFirst(), SEED);
                    observe(Patches.apply(parent, proposal.patches(), TASK.editScope()), proposal);
                }
            }
            return this;
        }
    }

    @Test
    void changesThatPayOnlyTogetherAreFound() throws PatchFailure {
        int found = 0;
        for (int seed = 1; seed <= 20; seed++) {
            found += value(new History().run(200, seed).best.text(FILE)) > 1.9 * Math.pow(1.1, 5) * 0.95 * 0.95 ? 1 : 0;
        }
        assertTrue(found >= 9, "of 20 searches " + found + " came to the best sources");
    }

    @Test
    void anOperatorThatAlwaysFailsIsSeldomDrawnButNeverForgotten() {
        var history = new History();
        for (int i = 0; i < 12; i++) {
            var text = SEED.text(FILE);
            history.observe(
                    SEED.with(FILE, text.substring(0, 6) + "A" + text.substring(7) + i), "search/operators/flip2");
            history.observe(SEED.with(FILE, "A".repeat(i % 3) + text + i), "search/operators/flip0");
            history.observe(SEED.with(FILE, text + i), "search/gaussian");
        }
        var credit = OperatorCredit.of(history.observations, Map.of());
        var random = new SplittableRandom(3);
        var names = List.of("flip0", "flip1", "flip2");
        var drawn = IntStream.range(0, 1000)
                .mapToObj(_ -> Objects.requireNonNull(credit.draw(names, random)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertTrue(drawn.getOrDefault("flip2", 0L) < 100, drawn + ": it failed twelve times");
        assertTrue(drawn.getOrDefault("flip2", 0L) > 5, drawn + ": what fails today may help tomorrow");
        assertTrue(drawn.getOrDefault("flip1", 0L) > 100, drawn + ": nobody has tried it");
    }

    @Test
    void whatPromisesLittleIsSeldomTriedUntilItProvesItself() {
        var promise = Map.of("flip1", 0.3);
        var fresh = OperatorCredit.of(List.of(), promise);
        assertTrue(fresh.weight("flip1") < fresh.weight("flip0") / 3);
        var history = new History();
        for (int i = 0; i < 12; i++) {
            history.observe(SEED.with(FILE, "A".repeat(i) + SEED.text(FILE)), "search/operators/flip1");
            history.observe(SEED.with(FILE, SEED.text(FILE) + i), "search/operators/flip0");
        }
        var experienced = OperatorCredit.of(history.observations, promise);
        assertTrue(experienced.weight("flip1") > experienced.weight("flip0"));
    }

    @Test
    void aGuessComesAlone() {
        List<Operator> operators = IntStream.range(0, 8)
                .mapToObj(Flip::new)
                .<Operator>map(flip -> flip.number() < 4 ? new Guess(flip) : flip)
                .toList();
        var proposals = new Mutations(new History().context(operators))
                .propose(60, new HashSet<>(), new SplittableRandom(1)).stream()
                        .map(proposal -> Arm.operators(proposal.proposer()))
                        .toList();
        assertTrue(proposals.stream().anyMatch(names -> names.size() > 1), "armed: some change two places");
        assertTrue(proposals.stream().flatMap(List::stream).anyMatch("flip0"::equals), "armed: some are guesses");
        for (var names : proposals) {
            assertTrue(
                    names.size() == 1 || names.stream().allMatch(name -> name.compareTo("flip4") >= 0),
                    names::toString);
        }
    }

    @Test
    void theSameSeedGivesTheSameProposals() throws PatchFailure {
        assertEquals(new History().run(80, 7).observations, new History().run(80, 7).observations);
    }

    @Test
    void aPromisingVariantIsTriedWithTheIncumbentsParameters() throws PatchFailure {
        var history = new History();
        var variant = SEED.with(FILE, "A" + "a".repeat(8 * SITES - 1));
        history.observe(variant, "search/operators/flip0");
        var retuned =
                Patches.apply(SEED, new Patch.ParameterSetting("kernel", Setting.of(Map.of("P", 2))), TASK.editScope());
        history.observe(retuned, "search/local");
        history.best = retuned;
        var proposals = new Mutations(history.context()).propose(40, new HashSet<>(), new SplittableRandom(1));
        assertTrue(proposals.stream().anyMatch(each -> each.parents().contains(variant.digest())));
        for (var proposal : proposals) {
            var parent = history.context().load().apply(proposal.parents().getFirst());
            var child = Patches.apply(parent, proposal.patches(), TASK.editScope());
            assertEquals(TASK.settings(retuned), TASK.settings(child), "only the sources differ from the incumbent");
        }
    }
}
