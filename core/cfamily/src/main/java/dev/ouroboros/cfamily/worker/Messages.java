package dev.ouroboros.cfamily.worker;

import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.engine.process.Frame;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What parent and workers say to each other, as the bodies of {@link Frame}s. */
public final class Messages {
    /** Kind of an answer that says why there is none. */
    public static final String ERROR = "error";

    private static final byte[] NO_PAYLOAD = {};
    private static final JsonMapper JSON = new JsonMapper();

    private Messages() {}

    /** A request or an answer, of a layer or of all; the frame's kind is the name of the record. */
    public interface Message {}

    /** To a runner: are you ready? Answered by anything. */
    public record Describe() implements Message {}

    /** To a runner, with a binary as payload. Answered by {@link Done}. */
    public record Load(int slot) implements Message {}

    /** To a runner: forget the program of a slot and its plans. Answered by {@link Done}. */
    public record Unload(int slot) implements Message {}

    /**
     * One argument of one launch.
     *
     * @param offset of a buffer in the exchange file, or -1 for a scalar
     * @param bytes of the buffer
     * @param written whether the kernel writes the buffer
     * @param value of the scalar
     */
    public record Place(ElementType type, long offset, long bytes, boolean written, double value) {}

    /** To a runner whose device has memory of its own: bring what the parent wrote there. Answered by {@link Done}. */
    public record Upload(int plan) implements Message {}

    /** To a runner: launch, wait, bring the outputs back. If the plan is shorter it starts again. */
    public record Go(int plan, int launches) implements Message {}

    public record Done() implements Message {}

    /** To a runner: how long did the launches of the last {@link Go} take? */
    public record Ask() implements Message {}

    /** The worker's or its device's clock, in nanoseconds: of each launch, or one of all together. */
    public record Times(List<Long> nanos) implements Message {}

    /** To a runner: what did the tool that follows it write? */
    public record AskReport() implements Message {}

    public record Report(String text) implements Message {}

    /** Returns a frame without payload. */
    public static Frame frame(Message message) {
        return frame(message, NO_PAYLOAD);
    }

    public static Frame frame(Message message, byte[] payload) {
        return new Frame(message.getClass().getSimpleName(), JSON.valueToTree(message), payload);
    }

    /**
     * Returns the message of a frame.
     *
     * @throws IllegalArgumentException if it is of another kind or does not fit
     */
    public static <M extends Message> M read(Frame frame, Class<M> type) {
        if (!frame.kind().equals(type.getSimpleName())) {
            throw new IllegalArgumentException("expected " + type.getSimpleName() + ", found " + frame.kind());
        }
        try {
            return JSON.treeToValue(frame.body(), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }

    /** Returns an answer that says why there is none. */
    public static Frame error(String message) {
        return Frame.of(ERROR, JSON.valueToTree(message));
    }
}
