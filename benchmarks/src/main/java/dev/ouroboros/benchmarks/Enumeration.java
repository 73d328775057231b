package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Proposes one new candidate after the other without a thought.
 *
 * @param files whether every other proposal replaces the file instead of setting the parameters
 */
record Enumeration(boolean files) implements Proposer {
    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
        var proposals = new ArrayList<Proposal>();
        for (int i = 0; i < count; i++) {
            int number = context.history().size() + i;
            proposals.add(new Proposal(
                    List.of(context.task().seed().digest()),
                    List.of(files && number % 2 == 0 ? file(context, number) : parameters(context, number)),
                    Credit.PARAMETERS,
                    "enumeration",
                    "",
                    Proposal.Cost.NONE));
        }
        return proposals;
    }

    private static Patch file(ProposerContext context, int number) {
        var part = context.task().parts().getFirst();
        var path = part.name() + "/" + part.files().getFirst();
        return new Patch.WholeFile(path, context.task().seed().text(path) + "// " + number + "\n");
    }

    private static Patch parameters(ProposerContext context, int number) {
        var part = context.task().parts().getFirst();
        var values = new TreeMap<String, Object>();
        int rest = number;
        for (var parameter : part.parameters().parameters()) {
            int choices = parameter.values().size();
            values.put(parameter.name(), parameter.values().get(rest % choices));
            rest /= choices;
        }
        return new Patch.ParameterSetting(part.name(), Setting.of(values));
    }
}
