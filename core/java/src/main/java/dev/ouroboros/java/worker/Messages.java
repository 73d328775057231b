package dev.ouroboros.java.worker;

import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.java.data.Draw;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What parent and worker say to each other, as the bodies of {@link Frame}s. */
public final class Messages {
    /** Kind of an answer that says why there is none. */
    public static final String ERROR = "error";

    private static final byte[] NO_PAYLOAD = {};
    private static final JsonMapper JSON = new JsonMapper();

    private Messages() {}

    /** A request or an answer; the frame's kind is the name of the record. */
    public sealed interface Message {}

    /** Are you ready? Answered by {@link Done}. */
    public record Describe() implements Message {}

    /**
     * Take these classes, which are the payload, and find this method. Answered by {@link Done}.
     *
     * @param types of its arguments, as Java spells them
     */
    public record Load(int slot, String owner, String method, List<String> types) implements Message {}

    /** Forget the classes of a slot. Answered by {@link Done}. */
    public record Unload(int slot) implements Message {}

    /** Draw the arguments of some launches, from the number {@code first} on. Answered by {@link Done}. */
    public record Prepare(int slot, List<Draw> draws, long seed, int first, int launches) implements Message {}

    /** Launch all that was prepared. Answered by {@link Done}. */
    public record Go(int slot) implements Message {}

    /**
     * What did the launches return, and what became of their arguments? Answered by {@link Results}.
     *
     * @param full which launches of those prepared, from 0, in full; of the others some positions
     * @param spots so many of them
     * @param seed from which the positions are drawn
     */
    public record Collect(int slot, List<Integer> full, int spots, long seed) implements Message {}

    /** Run a class of tests. Answered by {@link Tested}. */
    public record Test(int slot, String type) implements Message {}

    /**
     * A space as a search sees it.
     *
     * @param sizes how many values each axis has
     * @param ordered whether neighbours in number are neighbours in meaning there
     * @param points those there are, each the number of its value on each axis
     */
    public record Space(List<Integer> sizes, List<Boolean> ordered, List<List<Integer>> points) {}

    /** Here are spaces to be played on. Answered by {@link Done}. */
    public record Lay(int slot, List<Space> spaces) implements Message {}

    /** Begin plays, the first on the first space, the next on the next, and over again. Answered by {@link Done}. */
    public record Deal(int slot, List<Long> seeds) implements Message {}

    /** What plays are told is the payload, as {@link Turns} packs it. Answered by {@link Choices}. */
    public record Turn(int slot) implements Message {}

    /** What the plays choose is the payload, likewise. */
    public record Choices() implements Message {}

    /**
     * Done.
     *
     * @param nanos by the worker's own clock
     */
    public record Done(long nanos) implements Message {}

    /** A flat value as payload: a list of one list a launch. */
    public record Results() implements Message {}

    /**
     * How tests ended.
     *
     * @param passed how many did
     * @param failures what the others said
     */
    public record Tested(int passed, List<String> failures) implements Message {}

    /** Returns a frame without payload. */
    public static Frame frame(Message message) {
        return frame(message, NO_PAYLOAD);
    }

    /** Returns a frame. */
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
