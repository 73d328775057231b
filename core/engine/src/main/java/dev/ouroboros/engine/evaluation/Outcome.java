package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What one stage says of one candidate. Logs are for people and proposers; nothing is ever parsed out of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Outcome.Faulted.class, name = "faulted"),
    @JsonSubTypes.Type(value = Outcome.TimedOut.class, name = "timed-out")
})
public sealed interface Outcome {

    /** The stage found nothing wrong, and measured this. */
    record Passed(List<Measurement> measurements, String log) implements Outcome {
        public Passed {
            measurements = List.copyOf(measurements);
        }
    }

    /** The candidate is at fault. */
    record Rejected(Reason reason, String message) implements Outcome {}

    /** We are at fault, or the machine; the stage is tried once more before this stands. */
    record Faulted(String message) implements Outcome {}

    /** The candidate took longer than it may. */
    record TimedOut(String message) implements Outcome {}

    /** Returns a pass without measurements. */
    static Outcome passed() {
        return new Passed(List.of(), "");
    }
}
