package dev.ouroboros.engine.search;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Applies operators of the layers to the incumbent's sources and to promising others, now and then two at once, for some
 * changes pay only together; but a guess, which is mostly wrong, comes alone. Every proposal has the incumbent's parameter values, so that what it gains is the
 * operators' merit.
 */
final class Mutations {
    private static final int PATIENCE = 32;
    private static final int MISSES_A_STEP = 8;
    private static final double INCUMBENT = 0.6;
    private static final double TWO_AT_ONCE = 0.25;

    private final ProposerContext context;
    private final EditScope scope;
    /** By name: two parts of a layer bring one each. */
    private final Map<String, List<Operator>> operators = new LinkedHashMap<>();

    private final Map<String, Double> promises;
    private final List<Variants.Variant> variants;
    private final OperatorCredit credit;
    private final Map<String, Setting> settings;
    private final Map<Place, List<Patch>> patches = new HashMap<>();

    private record Place(String artifact, String operator) {}

    /** What is made of a variant, step by step. */
    private record Draft(Artifact artifact, List<Patch> patches, List<String> operators) {

        Draft with(String operator, Patch patch, EditScope scope) throws PatchFailure {
            var allPatches = new ArrayList<>(patches);
            allPatches.add(patch);
            var allOperators = new ArrayList<>(operators);
            allOperators.add(operator);
            return new Draft(Patches.apply(artifact, patch, scope), allPatches, allOperators);
        }
    }

    Mutations(ProposerContext context) {
        this.context = context;
        this.scope = context.task().editScope();
        context.operators()
                .forEach(operator -> operators
                        .computeIfAbsent(operator.name(), _ -> new ArrayList<>())
                        .add(operator));
        this.variants = Variants.of(context);
        this.promises = promises(operators);
        this.credit = OperatorCredit.of(context.history(), promises);
        this.settings = context.task().settings(context.incumbent());
    }

    /**
     * Returns proposals nobody made before.
     *
     * @param proposed digests of what this batch proposes already; added to
     */
    List<Proposal> propose(int count, Set<String> proposed, RandomGenerator random) {
        var proposals = new ArrayList<Proposal>();
        for (int misses = 0; proposals.size() < count && misses < PATIENCE; ) {
            var proposal = draw(proposed, misses / MISSES_A_STEP, random);
            if (proposal == null) {
                misses++;
            } else {
                misses = 0;
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    /** @param more further steps than usual: where all that is near was tried, what is further away is left */
    private @Nullable Proposal draw(Set<String> proposed, int more, RandomGenerator random) {
        var variant =
                random.nextDouble() < INCUMBENT ? variants.getFirst() : variants.get(random.nextInt(variants.size()));
        try {
            int steps = 1 + more + (random.nextDouble() < TWO_AT_ONCE ? 1 : 0);
            var draft = start(variant);
            for (int step = 0; step < steps; step++) {
                draft = mutated(draft, random);
            }
            if (draft.operators().isEmpty()) {
                return null;
            }
            var digest = draft.artifact().digest();
            if (context.seen().test(digest) || !proposed.add(digest)) {
                return null;
            }
            return new Proposal(
                    List.of(variant.candidate()),
                    draft.patches(),
                    Credit.OPERATORS,
                    Arm.proposer(draft.operators()),
                    String.join(", then ", draft.operators()),
                    Proposal.Cost.NONE);
        } catch (PatchFailure e) {
            // An operator may know more places than the task lets it edit.
            return null;
        }
    }

    private static Map<String, Double> promises(Map<String, List<Operator>> operators) {
        var promises = new HashMap<String, Double>();
        operators.forEach((name, each) -> promises.put(name, each.getFirst().promise()));
        return promises;
    }

    private boolean isGuess(String operator) {
        return promises.getOrDefault(operator, 1.0) < 1;
    }

    /** The variant with the incumbent's parameter values. */
    private Draft start(Variants.Variant variant) throws PatchFailure {
        var artifact = variant.candidate().equals(context.incumbent().digest())
                ? context.incumbent()
                : context.load().apply(variant.candidate());
        var patches = new ArrayList<Patch>();
        var own = context.task().settings(artifact);
        settings.forEach((part, values) -> {
            if (!values.equals(own.get(part))) {
                patches.add(new Patch.ParameterSetting(part, values));
            }
        });
        return new Draft(Patches.apply(artifact, patches, scope), patches, List.of());
    }

    /** One more step, if there is one: an operator by its credit, and any of the patches it could make. */
    private Draft mutated(Draft draft, RandomGenerator random) throws PatchFailure {
        if (draft.operators().stream().anyMatch(this::isGuess)) {
            return draft;
        }
        var left = new ArrayList<>(operators.keySet());
        if (!draft.operators().isEmpty()) {
            left.removeIf(this::isGuess);
        }
        for (var name = credit.draw(left, random); name != null; name = credit.draw(left, random)) {
            var choices = patches(draft.artifact(), name);
            if (!choices.isEmpty()) {
                return draft.with(name, choices.get(random.nextInt(choices.size())), scope);
            }
            left.remove(name);
        }
        return draft;
    }

    private List<Patch> patches(Artifact artifact, String operator) {
        return patches.computeIfAbsent(
                new Place(artifact.digest(), operator),
                _ -> operators.getOrDefault(operator, List.of()).stream()
                        .flatMap(each -> each.patches(artifact).stream())
                        .toList());
    }
}
