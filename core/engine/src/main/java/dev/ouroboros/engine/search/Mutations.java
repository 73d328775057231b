package dev.ouroboros.engine.search;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Applies operators of the layers to the best artifacts. */
final class Mutations {
    private static final int BASES = 4;
    private static final int PATIENCE = 30;

    private final ProposerContext context;
    private final EditScope scope;
    private final List<Artifact> bases;
    private final Map<String, List<Mutation>> mutations = new HashMap<>();

    private record Mutation(String operator, Patch patch) {}

    Mutations(ProposerContext context) {
        this.context = context;
        this.scope = context.task().editScope();
        this.bases = bases(context);
    }

    /**
     * Returns proposals nobody made before.
     *
     * @param proposed digests of what this batch proposes already; added to
     */
    List<Proposal> propose(int count, Set<String> proposed, RandomGenerator random) {
        var proposals = new ArrayList<Proposal>();
        for (int misses = 0; proposals.size() < count && misses < PATIENCE; ) {
            var proposal = draw(proposed, random);
            if (proposal == null) {
                misses++;
            } else {
                misses = 0;
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    private @Nullable Proposal draw(Set<String> proposed, RandomGenerator random) {
        var base = random.nextBoolean() ? bases.getFirst() : bases.get(random.nextInt(bases.size()));
        var possible = mutations.computeIfAbsent(base.digest(), _ -> mutations(base));
        if (possible.isEmpty()) {
            return null;
        }
        var mutation = possible.get(random.nextInt(possible.size()));
        try {
            var digest = Patches.apply(base, mutation.patch(), scope).digest();
            if (context.seen().test(digest) || !proposed.add(digest)) {
                return null;
            }
        } catch (PatchFailure e) {
            // An operator may know more places than the task lets it edit.
            return null;
        }
        return new Proposal(
                List.of(base.digest()),
                List.of(mutation.patch()),
                Credit.OPERATORS,
                Arm.OPERATORS.proposer(),
                mutation.operator(),
                Proposal.Cost.NONE);
    }

    private List<Mutation> mutations(Artifact base) {
        var all = new ArrayList<Mutation>();
        for (var operator : context.operators()) {
            for (var patch : operator.patches(base)) {
                all.add(new Mutation(operator.name(), patch));
            }
        }
        return all;
    }

    /** The incumbent, then the best of the others. */
    private static List<Artifact> bases(ProposerContext context) {
        var bases = new ArrayList<Artifact>();
        bases.add(context.incumbent());
        StreamSupport.stream(context.history().spliterator(), false)
                .filter(observation -> !Double.isNaN(observation.logGain()))
                .filter(observation ->
                        !observation.candidate().equals(context.incumbent().digest()))
                .sorted(Comparator.comparingDouble(Observation::logGain).reversed())
                .limit(BASES - 1)
                .forEach(observation -> bases.add(context.load().apply(observation.candidate())));
        return bases;
    }
}
