package dev.ouroboros.engine.search;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The offline proposer: searches the declared parameters of all parts together by a portfolio of strategies, and applies
 * operators of the layers. Pure, and so safe for use by several threads.
 */
public final class SearchProposer implements Proposer {
    private final Task task;
    private final Grid grid;
    private final EditScope scope;
    private final PointPicker picker = new PointPicker(Hyperparameters.DEFAULT);

    private SearchProposer(Task task) {
        this.task = task;
        var spaces = new TreeMap<String, ParameterSpace>();
        task.parts().forEach(part -> spaces.put(part.name(), part.parameters()));
        this.grid = Grid.of(spaces);
        this.scope = task.editScope();
    }

    /** Returns the search for proposals to {@code task}; every context it is given must be of this task. */
    public static SearchProposer of(Task task) {
        return new SearchProposer(task);
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
        var arms = arms(context);
        if (arms.isEmpty() || count <= 0) {
            return List.of();
        }
        var shares = Portfolio.of(arms, Experience.of(context.history())).divide(count, random);
        var proposed = new HashSet<String>();
        var proposals = new ArrayList<Proposal>();
        int mutations = shares.getOrDefault(Arm.OPERATORS, 0);
        if (mutations > 0) {
            proposals.addAll(new Mutations(context).propose(mutations, proposed, random));
        }
        if (arms.contains(Arm.RANDOM)) {
            var batch = new Batch(context, proposed);
            batch.fill(shares, count - proposals.size(), random);
            proposals.addAll(batch.proposals);
        }
        if (arms.contains(Arm.OPERATORS) && proposals.size() < count) {
            proposals.addAll(new Mutations(context).propose(count - proposals.size(), proposed, random));
        }
        return List.copyOf(proposals);
    }

    private EnumSet<Arm> arms(ProposerContext context) {
        var arms = EnumSet.noneOf(Arm.class);
        if (grid.axes().stream().anyMatch(axis -> axis.size() > 1)) {
            arms.addAll(PointPicker.ARMS);
        }
        if (!context.operators().isEmpty()) {
            arms.add(Arm.OPERATORS);
        }
        return arms;
    }

    /** The parameter settings of one batch, all of them changes of the incumbent. */
    private final class Batch {
        private final ProposerContext context;
        private final Set<String> proposed;
        private final Artifact parent;
        private final Point here;
        private final List<Proposal> proposals = new ArrayList<>();
        private final Trials trials;

        Batch(ProposerContext context, Set<String> proposed) {
            this.context = context;
            this.proposed = proposed;
            this.parent = context.incumbent();
            var point = grid.point(task.settings(parent));
            if (point == null) {
                throw new IllegalArgumentException("the incumbent has parameter values that task " + task.name()
                        + " does not know: " + task.settings(parent));
            }
            this.here = point;
            this.trials =
                    Sources.trials(grid, context.history(), parent.digest()).without(List.of(here));
        }

        void fill(Map<Arm, Integer> shares, int count, RandomGenerator random) {
            picker.pick(trials, shares, count, this::isNew, random).forEach(pick -> add(pick.arm(), pick.point()));
        }

        private boolean isNew(Point point) {
            var digest = digest(patches(point));
            return !context.seen().test(digest) && proposed.add(digest);
        }

        private void add(Arm arm, Point point) {
            proposals.add(new Proposal(
                    List.of(parent.digest()),
                    patches(point),
                    Credit.PARAMETERS,
                    arm.proposer(),
                    arm.rationale(),
                    Proposal.Cost.NONE));
        }

        private List<Patch> patches(Point point) {
            var patches = new ArrayList<Patch>();
            grid.changes(here, point).forEach((part, values) -> patches.add(new Patch.ParameterSetting(part, values)));
            return patches;
        }

        private String digest(List<Patch> patches) {
            try {
                return Patches.apply(parent, patches, scope).digest();
            } catch (PatchFailure e) {
                throw new IllegalStateException("a setting made from the task's own parameters must fit", e);
            }
        }
    }
}
