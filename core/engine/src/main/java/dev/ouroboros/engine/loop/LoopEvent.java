package dev.ouroboros.engine.loop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Exchange;
import dev.ouroboros.engine.propose.Proposal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a run, in order. The state of a run is the fold of its events, and the archive holds nothing else of
 * it but blobs.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoopEvent.RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = LoopEvent.BaselineEvaluated.class, name = "baseline-evaluated"),
    @JsonSubTypes.Type(value = LoopEvent.Exchanged.class, name = "exchanged"),
    @JsonSubTypes.Type(value = LoopEvent.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = LoopEvent.ConfirmationAsked.class, name = "confirmation-asked"),
    @JsonSubTypes.Type(value = LoopEvent.Proposed.class, name = "proposed"),
    @JsonSubTypes.Type(value = LoopEvent.Evaluated.class, name = "evaluated"),
    @JsonSubTypes.Type(value = LoopEvent.SearchEnded.class, name = "search-ended"),
    @JsonSubTypes.Type(value = LoopEvent.ConfirmationStarted.class, name = "confirmation-started"),
    @JsonSubTypes.Type(value = LoopEvent.ChallengerChecked.class, name = "challenger-checked"),
    @JsonSubTypes.Type(value = LoopEvent.BlockMeasured.class, name = "block-measured"),
    @JsonSubTypes.Type(value = LoopEvent.BlockFailed.class, name = "block-failed"),
    @JsonSubTypes.Type(value = LoopEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = LoopEvent.RerunBlockMeasured.class, name = "rerun-block-measured"),
    @JsonSubTypes.Type(value = LoopEvent.SecretRevealed.class, name = "secret-revealed"),
    @JsonSubTypes.Type(value = LoopEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = LoopEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = LoopEvent.Halted.class, name = "halted")
})
public sealed interface LoopEvent {

    /**
     * The first event of every run.
     *
     * @param taskSource the text of {@code task.toml}
     * @param layers names of the layers of its parts, in their order
     * @param seed of the proposer
     * @param baseline the seed artifact
     * @param environment fingerprint of machine, tools and devices: name to value
     * @param sandbox name of the sandbox, {@code none} if there was none
     */
    record RunStarted(
            String run,
            String task,
            String taskSource,
            List<String> layers,
            long seed,
            String proposer,
            int evaluations,
            double timeSeconds,
            Version baseline,
            Map<String, String> environment,
            String sandbox,
            @Nullable String device)
            implements LoopEvent {}

    /** An artifact by reference: its digest, and the digest of the content of each of its files. */
    record Version(String digest, Map<String, String> files) {
        /** Returns the reference to an artifact. */
        public static Version of(Artifact artifact) {
            var files = new TreeMap<String, String>();
            artifact.files().forEach((path, blob) -> files.put(path, blob.digest()));
            return new Version(artifact.digest(), files);
        }
    }

    /** The seed passed all stages; had it not, the run would have ended with an error. */
    record BaselineEvaluated(Evaluation evaluation) implements LoopEvent {}

    /**
     * A model was asked while a batch was proposed. Archived as soon as its answer is there, and counted whatever comes
     * of it.
     *
     * @param settings how it was asked, by name
     * @param request digest of the blob of the text sent
     * @param answer digest of the blob of the text that came back, empty if none did
     * @param failure why there is no answer; null if there is one
     */
    record Exchanged(
            int batch,
            String proposer,
            String purpose,
            Map<String, String> settings,
            String request,
            String answer,
            Exchange.Usage usage,
            @Nullable String failure)
            implements LoopEvent {}

    /** A proposer has something to say to people. */
    record Noted(String text) implements LoopEvent {}

    /** A proposer asks that this candidate be confirmed next, whatever the schedule says. */
    record ConfirmationAsked(String candidate) implements LoopEvent {}

    /** One batch of proposals. */
    record Proposed(int batch, List<Entry> entries) implements LoopEvent {
        /**
         * A proposal with what it makes.
         *
         * @param candidate the artifact after the patches; null if refused before it cost an evaluation
         * @param refusal why it was refused; null if not
         */
        public record Entry(Proposal proposal, @Nullable Version candidate, Outcome.@Nullable Rejected refusal) {

            /** Returns whether its cost is what somebody outside says; what the run itself spent is in {@link Exchanged}. */
            public boolean declaresCost() {
                return proposal.credit() == Credit.EXTERNAL && !proposal.cost().equals(Proposal.Cost.NONE);
            }
        }
    }

    /**
     * A candidate went through the cascade. Events of a batch come in the order of its entries.
     *
     * @param logGain ln of its gain over the baseline as far as the screen can tell; NaN if it did not pass
     */
    record Evaluated(int batch, int entry, String candidate, Evaluation evaluation, double logGain)
            implements LoopEvent {}

    /** No more proposals are asked for; what is left is confirmation, controls and the re-run. */
    record SearchEnded(Why why) implements LoopEvent {
        /** What ended the search. */
        public enum Why {
            EVALUATIONS,
            TIME,
            EXHAUSTED
        }
    }

    /** What a confirmation compares. */
    enum Kind {
        CANDIDATE,
        CONTROL_SELF,
        CONTROL_TASK
    }

    /**
     * A confirmation began.
     *
     * @param number counts confirmations of candidates and of controls apart, from 1
     * @param alpha the chance of a false acceptance it may spend
     */
    record ConfirmationStarted(Kind kind, int number, String incumbent, String challenger, double alpha)
            implements LoopEvent {}

    /** The challenger of the current confirmation went through the stages that only confirmation needs. */
    record ChallengerChecked(List<StageResult> stages) implements LoopEvent {}

    /**
     * One block of the current confirmation.
     *
     * @param series one for each timed part
     * @param logGain ln of the gain of the challenger over the incumbent in this block
     */
    record BlockMeasured(List<PairedSamples> series, double logGain) implements LoopEvent {}

    /** A block could not be measured because the challenger failed in it; the confirmation ends with that. */
    record BlockFailed(Outcome outcome) implements LoopEvent {}

    /** How a confirmation ended. */
    enum Verdict {
        ACCEPTED,
        REJECTED,
        INCONCLUSIVE,
        FAILED
    }

    /**
     * The current confirmation ended.
     *
     * @param low bound on the gain as a ratio; NaN if it failed
     * @param high bound on the gain as a ratio; NaN if it failed
     * @param reason one sentence for people
     * @param failure what the challenger did wrong while it was confirmed; null if nothing
     */
    record Decided(
            Kind kind,
            int number,
            String challenger,
            Verdict verdict,
            int blocks,
            double low,
            double high,
            String reason,
            @Nullable Outcome failure)
            implements LoopEvent {}

    /**
     * One block of the fresh re-run of the baseline against the best, after all decisions.
     *
     * @param baselineValue value of the objective for the baseline
     * @param bestValue value of the objective for the best
     * @param logGain ln of the gain of the best over the baseline in this block
     */
    record RerunBlockMeasured(List<PairedSamples> series, double baselineValue, double bestValue, double logGain)
            implements LoopEvent {}

    /** Somebody works on the run again after it was interrupted or killed; the time in between does not count. */
    record Resumed() implements LoopEvent {}

    /**
     * The run is complete.
     *
     * @param baselineValue of the objective, from the re-run
     * @param bestValue of the objective, from the re-run
     * @param gain best over baseline, above 1 is better; 1 if nothing was accepted
     * @param gainLow lower end of its 99 % interval
     * @param gainHigh upper end of its 99 % interval
     */
    record Finished(String best, double baselineValue, double bestValue, double gain, double gainLow, double gainHigh)
            implements LoopEvent {}

    /**
     * The key from which inputs, positions and orders were drawn since the start or the last {@link Resumed}; told when
     * no candidate runs any more.
     */
    record SecretRevealed(String key) implements LoopEvent {}

    /** The guard stopped the run: something was accepted that cannot be better. Nothing of this run counts. */
    record Halted(String reason) implements LoopEvent {}
}
