package dev.ouroboros.kernels.worker;

import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.device.KernelInfo;
import dev.ouroboros.kernels.task.ElementType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What parent and workers say to each other, as the bodies of {@link Frame}s. */
public final class Messages {
    /** Kind of an answer that says why there is none. */
    public static final String ERROR = "error";

    private static final byte[] NO_PAYLOAD = {};
    private static final JsonMapper JSON = new JsonMapper();

    private Messages() {}

    /** A request or an answer; the frame's kind is the name of the record. */
    public sealed interface Message {}

    /** To both kinds of worker: what devices are there? */
    public record Describe() implements Message {}

    public record Devices(List<DeviceInfo> devices) implements Message {}

    /**
     * To a compiler.
     *
     * @param variants for PoCL, for each binary that is wanted, the work-group functions it shall hold
     */
    public record Compile(List<String> sources, String options, String entry, List<List<String>> variants)
            implements Message {}

    /**
     * A compiler's answer; the binaries follow one another in the payload.
     *
     * @param kernel null if the source has errors
     * @param imports what the machine code asks of its process, as far as the guard knows no honest use for it
     */
    public record Compiled(
            String log, @Nullable KernelInfo kernel, List<Integer> sizes, List<String> imports, boolean runsAtLoad)
            implements Message {}

    /** To a runner, with a binary as payload. Answered by {@link Done}. */
    public record Load(int slot) implements Message {}

    /** To a runner: forget the program of a slot and its plans. Answered by {@link Done}. */
    public record Unload(int slot) implements Message {}

    /** To a runner: make ready what one batch consists of. Answered by {@link Done}. */
    public record Plan(
            int plan, int slot, String entry, List<Long> global, List<Long> local, List<List<Place>> launches)
            implements Message {}

    /**
     * One argument of one launch.
     *
     * @param offset of a buffer in the exchange file, or -1 for a scalar
     * @param bytes of the buffer
     * @param written whether the kernel writes the buffer
     * @param value of the scalar
     */
    public record Place(ElementType type, long offset, long bytes, boolean written, double value) {}

    /** To a runner: bring what the parent wrote to the device. Answered by {@link Done}. */
    public record Upload(int plan) implements Message {}

    /** To a runner: launch, wait, bring the outputs back. If the plan is shorter it starts again. */
    public record Go(int plan, int launches) implements Message {}

    public record Done() implements Message {}

    /** To a runner: how long did the launches of the last {@link Go} take? */
    public record Ask() implements Message {}

    /** The device's clock, in nanoseconds per launch. */
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
