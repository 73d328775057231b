package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Change;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.Step;
import dev.ouroboros.app.report.Section.Fact;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each accepted step: what changed, who proposed it and why, and the pairs that confirmed it. */
final class StepsSection {
    private static final int CHART_HEIGHT = 230;
    private static final int ALL_OPEN = 4;

    private final RunHistory history;
    private final Function<String, byte[]> blobs;

    private StepsSection(RunHistory history, Function<String, byte[]> blobs) {
        this.history = history;
        this.blobs = blobs;
    }

    static Markup of(RunHistory history, Function<String, byte[]> blobs) {
        if (history.steps().isEmpty()) {
            return Markup.NOTHING;
        }
        var section = new StepsSection(history, blobs);
        return Section.of(
                "steps",
                "Accepted steps",
                "A candidate is accepted when the lower bound on its gain over the best so far passes the dashed line."
                        + " Each faint dot is one pair of runs on the same inputs, each bar the median of one block of"
                        + " fresh processes.",
                Markup.join(history.steps().stream().map(section::step).toList()),
                section.whole());
    }

    private Markup step(Step step) {
        var change = Change.between(step.before(), step.candidate().version(), blobs);
        var open = history.steps().size() <= ALL_OPEN || step.equals(largest());
        var details = open ? tag("details", "class", "card step", "open", "") : tag("details", "class", "card step");
        return details.holding(
                tag("summary")
                        .holding(
                                tag("span", "class", "index").text("" + step.number()),
                                tag("span", "class", "gain").text(Figures.ratio(step.gain())),
                                tag("span", "class", "brief").text(ChangeMarkup.brief(change)),
                                ContributionsSection.chip(
                                        step.candidate().proposal().credit()),
                                tag("span", "class", "total").text("total " + Figures.ratio(step.gainAfter()))),
                tag("div", "class", "columns").holding(chart(step), facts(step)),
                ChangeMarkup.of(change),
                said(step));
    }

    /** What tools said of it, such as where a design's cells come from. */
    private Markup said(Step step) {
        var said = history.stages(step.candidate().digest()).stream()
                .filter(result -> !result.outcome().said().isBlank())
                .map(result -> Markup.join(
                        tag("h3").text(result.stage()),
                        Section.listing(result.outcome().said().strip())))
                .toList();
        return said.isEmpty()
                ? Markup.NOTHING
                : tag("details", "class", "said")
                        .holding(Stream.concat(Stream.of(tag("summary").text("What the stages said")), said.stream())
                                .toList());
    }

    private Step largest() {
        return Collections.max(history.steps(), Comparator.comparingDouble(Step::gain));
    }

    private Markup chart(Step step) {
        var decided = step.confirmation().decided();
        return tag("div")
                .holding(
                        step.confirmation().blocks().isEmpty() || decided == null
                                ? tag("p", "class", "note").text("Exact metrics decided; nothing had to be timed.")
                                : BlockChart.ofParts(
                                        step.confirmation().blocks().stream()
                                                .map(BlockMeasured::series)
                                                .toList(),
                                        Chart.HALF,
                                        CHART_HEIGHT,
                                        decided.low(),
                                        decided.high(),
                                        1 + history.task().minimumGain()));
    }

    private static Markup facts(Step step) {
        var candidate = step.candidate();
        var confirmation = step.confirmation();
        var decided = confirmation.decided();
        var facts = new ArrayList<Fact>();
        if (!candidate.proposal().rationale().isEmpty()) {
            facts.add(new Fact("why", tag("q").text(candidate.proposal().rationale())));
        }
        facts.add(Fact.of("proposed by", candidate.proposal().proposer()));
        var cost = candidate.proposal().cost();
        if (CostsSection.paid(cost)) {
            facts.add(Fact.of("cost of the proposal", CostsSection.spent(cost)));
        }
        facts.add(new Fact(
                "candidate",
                Markup.join(
                        tag("code", "data-tip", candidate.digest()).text(Figures.digest(candidate.digest())),
                        Markup.text(", evaluation " + candidate.number()))));
        if (decided != null) {
            facts.add(Fact.of("gain is within", Figures.interval(decided.low(), decided.high())));
        }
        int pairs = confirmation.blocks().stream()
                .mapToInt(block -> block.series().isEmpty()
                        ? 0
                        : block.series().getFirst().incumbent().size())
                .sum();
        facts.add(Fact.of(
                "evidence",
                Figures.count(confirmation.blocks().size(), "block") + ", " + Figures.count(pairs, "pair") + ", "
                        + Figures.duration(confirmation.duration())));
        facts.add(Fact.of(
                "allowed error",
                String.format(Locale.ROOT, "%.1e", confirmation.start().alpha())));
        return Section.facts(facts);
    }

    private Markup whole() {
        if (history.steps().size() < 2) {
            return Markup.NOTHING;
        }
        var change = Change.between(history.start().baseline(), history.best(), blobs);
        return tag("details", "class", "card step")
                .holding(
                        tag("summary")
                                .holding(
                                        tag("span", "class", "index").text("Σ"),
                                        tag("span", "class", "brief").text("All steps together, baseline → best")),
                        ChangeMarkup.of(change));
    }
}
