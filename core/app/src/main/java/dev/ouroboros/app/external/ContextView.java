package dev.ouroboros.app.external;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Untrusted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a proposer outside is told of a run, whenever it may propose.
 *
 * @param evaluationsLeft what the budget still has
 * @param secondsLeft for proposing
 * @param best the best candidate so far, with its files
 * @param baseline the seed
 * @param historyLeftOut evaluated candidates that are not among {@code history}
 * @param history the baseline, the best ones and the latest ones, in order of evaluation
 * @param refused the latest proposals that were refused before they cost an evaluation
 */
public record ContextView(
        @JsonProperty("evaluations_left") int evaluationsLeft,
        @JsonProperty("seconds_left") double secondsLeft,
        Best best,
        Baseline baseline,
        @JsonProperty("history_left_out") int historyLeftOut,
        List<CandidateView> history,
        List<RefusedView> refused) {

    /** How many candidates are told of unless more are asked for. */
    public static final int HISTORY = 20;

    private static final int BEST_OF_HISTORY = 5;
    private static final int REFUSED = 5;

    /**
     * The best so far: the incumbent that a new candidate is compared with.
     *
     * @param files text by path
     */
    public record Best(
            String candidate, double gain, Map<String, Map<String, Object>> parameters, Map<String, String> files) {}

    /** The seed, with the objective's value as its screen measured it. */
    public record Baseline(String candidate, double value, String unit) {}

    /** A proposal that was refused. */
    public record RefusedView(String reason, String message) {}

    /**
     * Describes a run to who proposes.
     *
     * @param most how many candidates of the history to tell of, besides the baseline and the best ones
     */
    public static ContextView of(ProposerContext context, int most) {
        var history = context.history();
        var incumbent = seen(context, context.incumbent().digest());
        var chosen = chosen(history, most);
        var baseline = history.getFirst();
        return new ContextView(
                context.evaluationsLeft(),
                context.timeLeft().toMillis() / 1e3,
                new Best(
                        incumbent.candidate(),
                        Math.exp(incumbent.logGain()),
                        CandidateView.of(incumbent, incumbent.logGain(), CandidateView.BRIEF)
                                .parameters(),
                        files(context, incumbent.candidate())),
                new Baseline(
                        baseline.candidate(),
                        context.baselineValue(),
                        context.task().objective().unit()),
                history.size() - chosen.size(),
                chosen.stream()
                        .map(seen -> CandidateView.of(seen, incumbent.logGain(), CandidateView.BRIEF))
                        .toList(),
                refused(context));
    }

    /** Describes one candidate to who proposes, with all that tools said of it. */
    public static CandidateView candidate(ProposerContext context, String digest) {
        return judged(context, seen(context, digest));
    }

    /** Describes a candidate that was just judged, by what was known when it was proposed. */
    public static CandidateView judged(ProposerContext context, Observation judged) {
        var best = seen(context, context.incumbent().digest()).logGain();
        return CandidateView.of(judged, best, CandidateView.FULL);
    }

    /** Returns the files of a candidate that may be changed: text by path. */
    public static Map<String, String> files(ProposerContext context, String digest) {
        var artifact = context.load().apply(digest);
        var files = new TreeMap<String, String>();
        context.task().editScope().paths().forEach(path -> files.put(path, artifact.text(path)));
        return files;
    }

    /** Returns what is known of a candidate of this run. */
    static Observation seen(ProposerContext context, String digest) {
        return context.history().stream()
                .filter(seen -> seen.candidate().equals(digest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no evaluated candidate " + digest));
    }

    private static List<Observation> chosen(List<Observation> history, int most) {
        var indices = new TreeSet<Integer>();
        indices.add(0);
        for (int i = Math.max(0, history.size() - most); i < history.size(); i++) {
            indices.add(i);
        }
        var byGain = new ArrayList<Integer>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).passed()) {
                byGain.add(i);
            }
        }
        byGain.sort(Comparator.comparingDouble((Integer i) -> history.get(i).logGain())
                .reversed());
        byGain.stream().limit(BEST_OF_HISTORY).forEach(indices::add);
        return indices.stream().map(history::get).toList();
    }

    private static List<RefusedView> refused(ProposerContext context) {
        var all = context.refusals();
        return all.subList(Math.max(0, all.size() - REFUSED), all.size()).stream()
                .map(refusal -> new RefusedView(
                        refusal.reason().label(), Untrusted.capped(refusal.message(), CandidateView.BRIEF)))
                .toList();
    }
}
