package dev.ouroboros.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SearchProposerTest {
    private static final Task TASK = Run.task(Landscape.SPACE);
    private static final Operator SHARPEN = new Operator() {
        @Override
        public String name() {
            return "sharpen";
        }

        @Override
        public List<Patch> patches(Artifact artifact) {
            var text = artifact.text("kernel/kernel.cl");
            var patches = new ArrayList<Patch>();
            for (int i = 0; i < 4; i++) {
                if (text.charAt(i) == 'a') {
                    patches.add(new Patch.WholeFile(
                            "kernel/kernel.cl", text.substring(0, i) + 'b' + text.substring(i + 1)));
                }
            }
            return patches;
        }
    };

    @Test
    void itComesWithinATenthOfTheOptimumAndClearlyBeatsRandomSearch() throws InterruptedException, PatchFailure {
        double optimum = optimum();
        int within = 0;
        int randomWithin = 0;
        for (int seed = 1; seed <= 20; seed++) {
            within += best(SearchProposer.of(TASK), seed) > 0.9 * optimum ? 1 : 0;
            randomWithin += best(randomSearch(), seed) > 0.9 * optimum ? 1 : 0;
        }
        assertTrue(within >= 18, "search: " + within + " of 20");
        assertTrue(randomWithin <= within / 2, "random search: " + randomWithin + " of 20");
    }

    @Test
    void proposalsAreAdmittedAndNeverRepeat() throws InterruptedException, PatchFailure {
        var run = new Run(TASK, SearchProposer.of(TASK), List.of(SHARPEN), noisy(1)).evaluate(300, 16, 1);
        assertEquals(301, run.history.size());
        var candidates = new HashSet<String>();
        for (var observation : run.history) {
            assertTrue(candidates.add(observation.candidate()));
            assertTrue(Landscape.SPACE.admits(
                    Objects.requireNonNull(observation.settings().get("kernel"))));
        }
    }

    @Test
    void theSameSeedGivesTheSameProposals() throws InterruptedException, PatchFailure {
        var run = new Run(TASK, SearchProposer.of(TASK), List.of(SHARPEN), noisy(1)).evaluate(100, 8, 1);
        var again = new Run(TASK, SearchProposer.of(TASK), List.of(SHARPEN), noisy(1)).evaluate(100, 8, 1);
        var other = new Run(TASK, SearchProposer.of(TASK), List.of(SHARPEN), noisy(1)).evaluate(100, 8, 2);
        assertEquals(run.proposals, again.proposals);
        assertNotEquals(run.proposals, other.proposals);
    }

    @Test
    void aSettingNamesOnlyWhatChangesFromTheIncumbent() throws InterruptedException, PatchFailure {
        var run = new Run(TASK, SearchProposer.of(TASK), List.of(), noisy(1)).evaluate(60, 8, 1);
        var incumbent = TASK.settings(run.incumbent()).getOrDefault("kernel", Setting.of(Map.of()));
        for (var proposal : SearchProposer.of(TASK).propose(run.context(100), 16, new SplittableRandom(3))) {
            assertEquals(List.of(run.incumbent().digest()), proposal.parents());
            var patch = (Patch.ParameterSetting) proposal.patches().getFirst();
            patch.values()
                    .values()
                    .forEach((name, value) ->
                            assertNotEquals(incumbent.values().get(name), value, "only changed values are named"));
        }
    }

    @Test
    void aSmallSpaceIsExhaustedAndThenThereIsNothingToPropose() throws InterruptedException, PatchFailure {
        var space = new ParameterSpace(
                List.of(new Parameter("A", List.of(1, 2, 3, 4)), new Parameter("B", List.of("x", "y"))),
                List.of(new Constraint("c", Expression.parse("A < 4 or B == 'y' or A == 4"))));
        var task = Run.task(space);
        var run = new Run(task, SearchProposer.of(task), List.of(), artifact -> 1).evaluate(100, 16, 1);
        assertEquals(8, run.history.size(), "the default and seven others");
        assertEquals(List.of(), SearchProposer.of(task).propose(run.context(9), 4, new SplittableRandom(1)));
    }

    @Test
    void withoutParametersAndOperatorsThereIsNothingToPropose() throws InterruptedException, PatchFailure {
        var task = Run.task(ParameterSpace.NONE);
        assertEquals(
                1,
                new Run(task, SearchProposer.of(task), List.of(), artifact -> 1)
                        .evaluate(9, 4, 1)
                        .history
                        .size());
    }

    @Test
    void operatorsAreAppliedToTheBestAndGetTheCredit() throws InterruptedException, PatchFailure {
        var task = Run.task(ParameterSpace.NONE);
        ToDoubleFunction<Artifact> sharpness = artifact -> 1
                + artifact.text("kernel/kernel.cl")
                        .chars()
                        .filter(c -> c == 'b')
                        .count();
        var run = new Run(task, SearchProposer.of(task), List.of(SHARPEN), sharpness).evaluate(15, 2, 1);
        assertEquals("bbbb\n", run.incumbent().text("kernel/kernel.cl"));
        var proposal = run.proposals.getFirst();
        assertEquals(Credit.OPERATORS, proposal.credit());
        assertTrue(proposal.proposer().startsWith("search/operators/sharpen"), proposal.proposer());
        assertTrue(proposal.rationale().startsWith("sharpen"), proposal.rationale());
    }

    @Test
    void parametersAndOperatorsAreSearchedTogether() throws InterruptedException, PatchFailure {
        var random = new SplittableRandom(5);
        ToDoubleFunction<Artifact> both = artifact -> {
            long sharp = artifact.text("kernel/kernel.cl")
                    .chars()
                    .filter(c -> c == 'b')
                    .count();
            return (1 + 0.3 * sharp) * Landscape.measured(setting(artifact), random);
        };
        var run = new Run(TASK, SearchProposer.of(TASK), List.of(SHARPEN), both).evaluate(250, 8, 1);
        assertEquals("bbbb\n", run.incumbent().text("kernel/kernel.cl"));
        assertTrue(Landscape.throughput(setting(run.incumbent())) > 0.85 * optimum());
    }

    @Test
    void aSourceThatAModelWroteIsTunedFromThereOn() throws InterruptedException, PatchFailure {
        var random = new SplittableRandom(5);
        ToDoubleFunction<Artifact> measured =
                artifact -> (artifact.text("kernel/kernel.cl").equals("model\n") ? 3 : 1)
                        * Landscape.measured(setting(artifact), random);
        var search = SearchProposer.of(TASK);
        Proposer model = (context, _, _) -> List.of(new Proposal(
                List.of(context.incumbent().digest()),
                List.of(new Patch.WholeFile("kernel/kernel.cl", "model\n")),
                Credit.LLM,
                "llm/scripted",
                "another algorithm",
                Proposal.Cost.NONE));
        Proposer mixed = (context, count, numbers) ->
                (context.history().size() == 21 ? model : search).propose(context, count, numbers);
        var run = new Run(TASK, mixed, List.of(), measured).evaluate(120, 4, 1);
        assertEquals("model\n", run.incumbent().text("kernel/kernel.cl"));
        assertTrue(Landscape.throughput(setting(run.incumbent())) > 0.8 * optimum());
        for (var proposal : search.propose(run.context(100), 16, new SplittableRandom(3))) {
            assertEquals(List.of(run.incumbent().digest()), proposal.parents());
        }
    }

    @Test
    void aLongHistoryStillGivesFullBatches() throws InterruptedException, PatchFailure {
        var large = new ArrayList<Parameter>();
        for (int i = 0; i < 10; i++) {
            large.add(new Parameter("P" + i, List.of(1, 2, 4, 8, 16, 32)));
        }
        var task = Run.task(new ParameterSpace(
                large, List.of(new Constraint("c", Expression.parse("P0 * P1 * P2 <= 4096 and P3 <= P4 * 8")))));
        ToDoubleFunction<Artifact> product = artifact -> {
            double sum = 10;
            for (var value : Objects.requireNonNull(task.settings(artifact).get("kernel"))
                    .values()
                    .values()) {
                sum += Math.log((Long) value);
            }
            return sum;
        };
        var run = new Run(task, randomSearch(task), List.of(), product).evaluate(10_000, 1000, 1);
        var proposer = SearchProposer.of(task);
        var context = run.context(100);
        int proposals = 0;
        for (int i = 0; i < 10; i++) {
            proposals += proposer.propose(context, 16, new SplittableRandom(i)).size();
        }
        assertEquals(160, proposals);
    }

    /** The throughput that confirming the five most promising of 150 candidates would find. */
    private static double best(Proposer proposer, int seed) throws InterruptedException, PatchFailure {
        var run = new Run(TASK, proposer, List.of(), noisy(seed)).evaluate(150, 8, seed);
        return run.history.stream()
                .filter(Observation::passed)
                .sorted(Comparator.comparingDouble(Observation::logGain).reversed())
                .limit(5)
                .mapToDouble(observation -> Landscape.throughput(
                        Objects.requireNonNull(observation.settings().get("kernel"))))
                .max()
                .orElse(0);
    }

    private static double optimum() {
        var grid = Grid.of(new TreeMap<>(Map.of("kernel", Landscape.SPACE)));
        double optimum = 0;
        for (int i = 0; i < grid.size(); i++) {
            var changes = grid.changes(grid.defaults(), grid.point(i)).getOrDefault("kernel", Setting.of(Map.of()));
            double throughput = Landscape.throughput(Landscape.SPACE.defaults().with(changes));
            optimum = throughput > optimum ? throughput : optimum;
        }
        return optimum;
    }

    private static ToDoubleFunction<Artifact> noisy(int seed) {
        var random = new SplittableRandom(seed);
        return artifact -> Landscape.measured(setting(artifact), random);
    }

    private static Setting setting(Artifact artifact) {
        return TASK.settings(artifact).getOrDefault("kernel", Setting.of(Map.of()));
    }

    private static Proposer randomSearch() {
        return randomSearch(TASK);
    }

    private static Proposer randomSearch(Task task) {
        var space = task.part("kernel").parameters();
        var grid = Grid.of(new TreeMap<>(Map.of("kernel", space)));
        return (context, count, random) -> {
            var here = Objects.requireNonNull(grid.point(task.settings(context.incumbent())));
            var proposals = new ArrayList<Proposal>();
            while (proposals.size() < count) {
                var changes = grid.changes(here, grid.random(random));
                changes.forEach((part, values) -> proposals.add(new Proposal(
                        List.of(context.incumbent().digest()),
                        List.of(new Patch.ParameterSetting(part, values)),
                        Credit.PARAMETERS,
                        "random",
                        "",
                        Proposal.Cost.NONE)));
            }
            return proposals;
        };
    }
}
