package dev.ouroboros.app.view;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.Step;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.TextTable;
import dev.ouroboros.app.text.VisibleText;
import java.util.List;

/**
 * What {@code lineage RUN} prints: how the baseline became the best.
 *
 * @param baseline digest of the seed artifact
 * @param steps the accepted candidates, in order
 */
public record LineageView(String run, String baseline, List<Link> steps) {
    private static final int LINE = 60;

    public LineageView {
        steps = List.copyOf(steps);
    }

    /**
     * One accepted candidate.
     *
     * @param parents what its proposal was made from; the first need not be the incumbent it replaced
     * @param gain over the incumbent it replaced
     * @param total over the baseline
     */
    public record Link(
            int step,
            String candidate,
            List<String> parents,
            String replaced,
            int evaluation,
            double gain,
            double total,
            String credit,
            String proposer,
            String rationale) {}

    /** Follows the accepted steps of a run. */
    public static LineageView of(RunHistory history) {
        return new LineageView(
                history.start().run(),
                history.start().baseline().digest(),
                history.steps().stream().map(LineageView::link).toList());
    }

    private static Link link(Step step) {
        var candidate = step.candidate();
        var proposal = candidate.proposal();
        return new Link(
                step.number(),
                candidate.digest(),
                proposal.parents(),
                step.before().digest(),
                candidate.number(),
                step.gain(),
                step.gainAfter(),
                proposal.credit().label(),
                proposal.proposer(),
                proposal.rationale());
    }

    /** Returns it for people. */
    public String text(Ink ink) {
        var table = new TextTable(">step", "candidate", ">evaluation", ">gain", ">total", "credit", "proposer", "why");
        table.add("0", Figures.digest(baseline), "–", "–", "1×", "baseline", "–", "");
        steps.forEach(link -> table.add(
                "" + link.step(),
                Figures.digest(link.candidate()),
                "" + link.evaluation(),
                Figures.ratio(link.gain()),
                Figures.ratio(link.total()),
                link.credit(),
                link.proposer(),
                VisibleText.line(link.rationale(), LINE)));
        return table.text(ink);
    }
}
