package dev.ouroboros.engine.search;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random and local search. */
public final class SearchProposer implements Proposer {
    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
        var proposals = new ArrayList<Proposal>();
        var fresh = new HashSet<String>();
        for (int tries = 0; tries < 4000 && proposals.size() < count; tries++) {
            boolean local = random.nextInt(3) > 0;
            Observation best = context.history().getFirst();
            for (var seen : context.history()) {
                if (seen.passed() && seen.logGain() > best.logGain()) {
                    best = seen;
                }
            }
            for (Part part : context.task().parts()) {
                var setting = best.settings().get(part.name());
                if (setting == null || setting.values().isEmpty()) {
                    continue;
                }
                int moves = local ? 1 + random.nextInt(2) : setting.values().size();
                var changed = setting;
                for (int i = 0; i < moves; i++) {
                    var parameters = part.parameters().parameters();
                    var parameter = local ? parameters.get(random.nextInt(parameters.size())) : parameters.get(i);
                    var values = parameter.values();
                    changed = changed.with(parameter.name(), values.get(random.nextInt(values.size())));
                }
                if (!part.parameters().admits(changed)) {
                    continue;
                }
                var difference = new java.util.TreeMap<String, Object>();
                changed.values().forEach((name, value) -> {
                    if (!value.equals(setting.values().get(name))) {
                        difference.put(name, value);
                    }
                });
                Patch patch = new ParameterSetting(part.name(), Setting.of(difference));
                try {
                    var made = Patches.apply(
                            context.load().apply(best.candidate()),
                            patch,
                            context.task().editScope());
                    if (!context.seen().test(made.digest()) && fresh.add(made.digest())) {
                        proposals.add(new Proposal(
                                List.of(best.candidate()),
                                List.of(patch),
                                Credit.PARAMETERS,
                                local ? "search/local" : "search/random",
                                "",
                                Proposal.Cost.NONE));
                    }
                } catch (PatchFailure e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return proposals;
    }
}
