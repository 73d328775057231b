package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An offline proposer that knows its texts beforehand, and proposes those not seen yet in their order.
 *
 * @param file path of the file that becomes each of them
 */
public record Texts(String file, List<String> texts) implements Proposer {

    /** Returns the proposer of these texts for the part {@code a}. */
    public static Texts of(String... texts) {
        return new Texts("a/a.txt", List.of(texts));
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
        return texts.stream()
                .filter(text -> !context.seen()
                        .test(context.task().seed().with(file, text).digest()))
                .limit(count)
                .map(text -> proposal(context.task().seed().digest(), file, text))
                .toList();
    }

    /** Returns the proposal that one file of a parent become {@code text}. */
    public static Proposal proposal(String parent, String file, String text) {
        return new Proposal(
                List.of(parent),
                List.of(new Patch.WholeFile(file, text)),
                Credit.LLM,
                "texts",
                "because",
                Proposal.Cost.NONE);
    }
}
