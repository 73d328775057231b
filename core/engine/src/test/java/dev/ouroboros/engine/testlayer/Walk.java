package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** An offline proposer: single steps by operators and parameters from the best that is known, in random order. */
public final class Walk implements Proposer {
    private static final int STARTS = 3;

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
        var fresh = new ArrayList<Proposal>();
        var known = new HashSet<String>();
        for (var start : starts(context)) {
            steps(context, start).forEach(step -> addIfNew(context, start, step, known, fresh));
        }
        Collections.shuffle(fresh, Random.from(random));
        return List.copyOf(fresh.subList(0, Math.min(count, fresh.size())));
    }

    private static List<Artifact> starts(ProposerContext context) {
        var best = context.history().stream()
                .filter(Observation::passed)
                .sorted(Comparator.comparingDouble(Observation::logGain).reversed())
                .limit(STARTS)
                .map(observation -> context.load().apply(observation.candidate()));
        return Stream.concat(Stream.of(context.incumbent()), best).distinct().toList();
    }

    private static List<Patch> steps(ProposerContext context, Artifact start) {
        var steps = new ArrayList<Patch>();
        context.operators().forEach(operator -> steps.addAll(operator.patches(start)));
        for (var part : context.task().parts()) {
            for (var parameter : part.parameters().parameters()) {
                for (var value : parameter.values()) {
                    steps.add(new Patch.ParameterSetting(part.name(), Setting.of(Map.of(parameter.name(), value))));
                }
            }
        }
        return steps;
    }

    private static void addIfNew(
            ProposerContext context, Artifact start, Patch step, Set<String> known, List<Proposal> fresh) {
        try {
            var digest = Patches.apply(start, step, context.task().editScope()).digest();
            if (!context.seen().test(digest) && known.add(digest)) {
                var credit = step instanceof Patch.ParameterSetting ? Credit.PARAMETERS : Credit.OPERATORS;
                fresh.add(new Proposal(List.of(start.digest()), List.of(step), credit, "walk", "", Proposal.Cost.NONE));
            }
        } catch (PatchFailure e) {
            throw new IllegalStateException("a step of ours does not fit", e);
        }
    }
}
