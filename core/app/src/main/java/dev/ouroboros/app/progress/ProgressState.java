package dev.ouroboros.app.progress;

import dev.ouroboros.engine.evaluation.Medians;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a run is.
 *
 * @param total evaluations of the budget
 * @param done evaluations so far
 * @param accepted candidates so far
 * @param gain confirmed over the baseline
 * @param blocks logarithms of the gains of the current confirmation's blocks
 * @param rerunBlocks blocks of the re-run so far
 * @param doing what happens now
 */
record ProgressState(
        int total, int done, int accepted, double gain, List<Double> blocks, int rerunBlocks, String doing) {
    static final ProgressState BEFORE = new ProgressState(0, 0, 0, 1, List.of(), 0, "starting");

    ProgressState after(LoopEvent event) {
        return switch (event) {
            case RunStarted start ->
                new ProgressState(start.evaluations(), 0, 0, 1, List.of(), 0, "building and checking the baseline");
            case BaselineEvaluated _ -> doing("proposing");
            case Exchanged exchanged -> doing("asking " + exchanged.proposer());
            case Proposed proposed -> doing("building and screening batch " + proposed.batch());
            case Evaluated _ -> new ProgressState(total, done + 1, accepted, gain, blocks, rerunBlocks, doing);
            case ConfirmationStarted started ->
                new ProgressState(total, done, accepted, gain, List.of(), rerunBlocks, name(started) + ", block 1");
            case BlockMeasured block -> block(block.logGain());
            case ChallengerChecked _, BlockFailed _, SecretRevealed _, Noted _, ConfirmationAsked _ -> this;
            case Resumed _ -> doing("taking up where it stopped");
            case Decided decided -> decided(decided);
            case SearchEnded _ -> doing("last confirmations");
            case RerunBlockMeasured _ ->
                new ProgressState(
                        total,
                        done,
                        accepted,
                        gain,
                        blocks,
                        rerunBlocks + 1,
                        "re-running baseline and best, block " + (rerunBlocks + 2));
            case Finished _ -> doing("done");
            case Halted _ -> doing("halted by the guard");
        };
    }

    private ProgressState block(double logGain) {
        var measured = Stream.concat(blocks.stream(), Stream.of(logGain)).toList();
        var name = doing.substring(0, Math.max(0, doing.lastIndexOf(',')));
        return new ProgressState(
                total, done, accepted, gain, measured, rerunBlocks, name + ", block " + (measured.size() + 1));
    }

    private ProgressState decided(Decided decided) {
        boolean better = decided.kind() == Kind.CANDIDATE && decided.verdict() == Verdict.ACCEPTED;
        return new ProgressState(
                total,
                done,
                better ? accepted + 1 : accepted,
                better ? gain * gainOf(decided) : gain,
                List.of(),
                rerunBlocks,
                "deciding what is next");
    }

    /** Returns the gain of the challenger that was decided on, as far as it is known. */
    double gainOf(Decided decided) {
        return blocks.isEmpty()
                ? Math.sqrt(decided.low() * decided.high())
                : Math.exp(Medians.median(
                        blocks.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private ProgressState doing(String now) {
        return new ProgressState(total, done, accepted, gain, blocks, rerunBlocks, now);
    }

    private static String name(ConfirmationStarted started) {
        return switch (started.kind()) {
            case CANDIDATE -> "confirming candidate " + started.number();
            case CONTROL_SELF, CONTROL_TASK -> "measuring control " + started.number();
        };
    }
}
