package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one stage says of one candidate. Logs are for people and proposers; nothing is ever parsed out of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Outcome.Faulted.class, name = "faulted"),
    @JsonSubTypes.Type(value = Outcome.TimedOut.class, name = "timed-out")
})
public sealed interface Outcome {

    /** Returns the files that go with it. */
    default List<Attachment> attachments() {
        return List.of();
    }

    /** Returns its log or message. */
    default String said() {
        return switch (this) {
            case Passed passed -> passed.log();
            case Rejected rejected -> rejected.message();
            case Faulted(var message) -> message;
            case TimedOut(var message) -> message;
        };
    }

    /** The stage found nothing wrong, and measured this. */
    record Passed(
            List<Measurement> measurements,
            String log,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments)
            implements Outcome {
        public Passed {
            measurements = List.copyOf(measurements);
            attachments = orNone(attachments);
        }

        /** A pass that nothing is attached to. */
        public Passed(List<Measurement> measurements, String log) {
            this(measurements, log, List.of());
        }
    }

    /** The candidate is at fault. */
    record Rejected(
            Reason reason,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments) implements Outcome {
        public Rejected {
            attachments = orNone(attachments);
        }

        /** A rejection that nothing is attached to. */
        public Rejected(Reason reason, String message) {
            this(reason, message, List.of());
        }
    }

    /** We are at fault, or the machine; the stage is tried once more before this stands. */
    record Faulted(String message) implements Outcome {}

    /** The candidate took longer than it may. */
    record TimedOut(String message) implements Outcome {}

    /** Returns a pass without measurements. */
    static Outcome passed() {
        return new Passed(List.of(), "");
    }

    /** A record of a run names no attachments where there are none. */
    private static List<Attachment> orNone(@Nullable List<Attachment> attachments) {
        return attachments == null ? List.of() : List.copyOf(attachments);
    }
}
