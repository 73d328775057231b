package dev.ouroboros.app.progress;

import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.VisibleText;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.BaselineEvaluated;
import dev.ouroboros.engine.loop.LoopEvent.BlockFailed;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ChallengerChecked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationAsked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Resumed;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.SecretRevealed;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.loop.Stamped;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line for each milestone. */
final class ProgressLog implements Progress {
    private static final int LINE = 160;
    private static final int MILESTONES = 10;

    private final PrintStream err;
    private ProgressState state = ProgressState.BEFORE;

    ProgressLog(PrintStream err) {
        this.err = err;
    }

    @Override
    public void on(Stamped stamped) {
        var event = stamped.event();
        var before = state;
        state = state.after(event);
        var milestone = milestone(event, before);
        if (milestone != null) {
            err.println(VisibleText.line(milestone, LINE));
        }
    }

    @Override
    public void close() {
        err.flush();
    }

    private @Nullable String milestone(LoopEvent event, ProgressState before) {
        return switch (event) {
            case RunStarted start ->
                "run " + start.run() + ": task " + start.task() + ", at most "
                        + Figures.count(start.evaluations(), "evaluation") + " or "
                        + Figures.seconds(start.timeSeconds()) + ", sandbox " + start.sandbox();
            case BaselineEvaluated(var evaluation) ->
                evaluation.passed() ? "the baseline passed all stages" : "the baseline failed";
            case Evaluated _ -> evaluated();
            case Decided decided -> decided(decided, before);
            case SearchEnded(var why) -> "search ended: " + why.name().toLowerCase(Locale.ROOT);
            case Finished finished ->
                "finished: gain " + Figures.ratio(finished.gain()) + " ("
                        + Figures.interval(finished.gainLow(), finished.gainHigh()) + " at 99 %)";
            case Halted(var reason) -> "HALTED by the guard: " + reason;
            case Resumed _ -> "resumed";
            case Noted(var text) -> text;
            case Exchanged _,
                    ConfirmationAsked _,
                    Proposed _,
                    ConfirmationStarted _,
                    ChallengerChecked _,
                    BlockMeasured _,
                    BlockFailed _,
                    RerunBlockMeasured _,
                    SecretRevealed _ -> null;
        };
    }

    private @Nullable String evaluated() {
        int every = Math.max(1, state.total() / MILESTONES);
        return state.done() % every == 0 || state.done() == state.total()
                ? "evaluated " + state.done() + " of " + state.total() + ", accepted " + state.accepted() + ", best "
                        + Figures.ratio(state.gain())
                : null;
    }

    private String decided(Decided decided, ProgressState before) {
        if (decided.kind() != Kind.CANDIDATE) {
            return "control " + decided.number()
                    + (decided.verdict() == Verdict.ACCEPTED ? " was ACCEPTED, which cannot be" : " held");
        }
        var name = Figures.digest(decided.challenger());
        return decided.verdict() == Verdict.ACCEPTED
                ? "accepted " + name + ": " + Figures.ratio(before.gainOf(decided)) + " over the best so far, "
                        + Figures.ratio(state.gain()) + " over the baseline"
                : "not accepted " + name + ": " + decided.reason();
    }
}
