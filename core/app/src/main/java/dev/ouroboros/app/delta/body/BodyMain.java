package dev.ouroboros.app.delta.body;

import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.HeldOut;
import dev.ouroboros.app.delta.player.Opening;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.WorkerServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays bodies: {@code BodyMain RECORDING...}. On the recordings that it is started with, which are no secret, a body is
 * measured in this process; what is held out stays with the parent, which plays it move by move.
 *
 * <p>{@code load} brings a body; {@code measure} answers the areas under its gap, by recording and seed; {@code begin} and
 * {@code tell} are answered by the number of the point that it chooses, below 0 if it has none.
 */
public final class BodyMain {
    /** Brings a body: {@code body} its name, {@code sources} and {@code parameters}. */
    public static final String LOAD = "load";

    /** Measures: {@code body}, and the {@code first} seed and the {@code count} of them. */
    public static final String MEASURE = "measure";

    /** Begins a play of {@code body} by its {@code opening}. */
    public static final String BEGIN = "begin";

    /** Tells what the last choice gave: {@code logGain}, null if it failed, and {@code seconds}. */
    public static final String TELL = "tell";

    /** All is well. */
    public static final String DONE = "done";

    /** The body is at fault: {@code fault} and {@code message}. */
    public static final String REFUSED = "refused";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /** The body that stands, the one that wants its place, and one that is played. */
    private static final int MOST_LOADED = 8;

    private final List<Practice> practice;
    private final Map<String, BodySearch> loaded = new LinkedHashMap<>();
    private BodySearch.@Nullable Seat seat;
    private int last;

    private BodyMain(List<Practice> practice) {
        this.practice = practice;
    }

    public static void main(String[] arguments) throws IOException, DeltaException {
        var practice = new ArrayList<Practice>();
        for (var file : arguments) {
            practice.add(Practice.on(HeldOut.read(Path.of(file))));
        }
        WorkerServer.serve(new BodyMain(practice)::answer);
    }

    private Frame answer(Frame request) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var answer = JSON.createObjectNode();
        var kind = DONE;
        try {
            answer(request, answer);
        } catch (BodyException e) {
            kind = REFUSED;
            answer.put("fault", e.fault().name());
            answer.put("message", e.getMessage());
        }
        answer.put("thinking", 1e-9 * (threads.getCurrentThreadCpuTime() - start));
        return Frame.of(kind, answer);
    }

    private void answer(Frame request, ObjectNode answer) throws BodyException {
        var body = request.body();
        switch (request.kind()) {
            case LOAD -> load(body);
            case MEASURE -> answer.set("areas", JSON.valueToTree(areas(body)));
            case BEGIN -> {
                var opening = JSON.treeToValue(body.path("opening"), Opening.class);
                seat = search(body).sit(Layout.of(opening), opening.seed());
                last = seat.next();
                answer.put("point", last);
            }
            case TELL -> {
                var at = Objects.requireNonNull(seat, "nothing was begun");
                var gain = body.path("logGain");
                at.tell(
                        last,
                        gain.isNull() ? Double.NaN : gain.doubleValue(),
                        body.path("seconds").doubleValue());
                last = at.next();
                answer.put("point", last);
            }
            default -> throw new IllegalStateException("unknown request " + request.kind());
        }
    }

    private void load(JsonNode body) throws BodyException {
        var search = BodySearch.of(
                JSON.treeToValue(body.path("sources"), TEXTS), JSON.treeToValue(body.path("parameters"), VALUES));
        var name = body.path("body").asString();
        loaded.remove(name);
        while (loaded.size() >= MOST_LOADED) {
            loaded.remove(loaded.keySet().iterator().next());
        }
        loaded.put(name, search);
    }

    private BodySearch search(JsonNode body) {
        return Objects.requireNonNull(loaded.get(body.path("body").asString()), "a body that was not loaded");
    }

    private List<double[]> areas(JsonNode body) throws BodyException {
        var search = search(body);
        int first = body.path("first").intValue();
        var areas = new ArrayList<double[]>();
        for (var space : practice) {
            var its = new double[body.path("count").intValue()];
            for (int i = 0; i < its.length; i++) {
                its[i] = space.area(search, first + i);
            }
            areas.add(its);
        }
        return areas;
    }
}
