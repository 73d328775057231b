package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.body.BodyMain;
import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process in which bodies play, used by one thread. It sees the recordings that versions may see and nothing else of this
 * machine: what is held out stays here, and a body is told of it what it tries.
 */
final class BodyStand implements Stand, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<double[]>> AREAS = new TypeReference<>() {};
    private static final String TIMEOUT = "TIMEOUT";
    private static final String MEMORY = "MEMORY";

    /** The process forgets bodies when it is brought others. */
    private static final int MOST_LOADED = 4;

    private final BodyTask task;
    private final List<Path> practice;
    private final Sandbox sandbox;
    private final Set<String> loaded = new HashSet<>();
    private @Nullable Worker worker;

    /** @param practice recordings that bodies may be measured on; none for one that only plays */
    BodyStand(BodyTask task, List<Path> practice, Sandbox sandbox) {
        this.task = task;
        this.practice = List.copyOf(practice);
        this.sandbox = sandbox;
    }

    @Override
    public Measured measure(Body body, int first, int count) throws DeltaException, InterruptedException {
        try {
            var refusal = load(body);
            if (refusal != null) {
                return refusal;
            }
            var request = JSON.createObjectNode();
            request.put("body", body.digest());
            request.put("first", first);
            request.put("count", count);
            var answer = ask(BodyMain.MEASURE, request);
            var its = answer.body();
            return answer.kind().equals(BodyMain.REFUSED)
                    ? refusal(its)
                    : new Measured(JSON.treeToValue(its.path("areas"), AREAS), "", thinking(its));
        } catch (WorkerFailure e) {
            return new Measured(List.of(), forgotten(e), PATIENCE.toSeconds());
        }
    }

    /** Returns a player that is that body; one that fails in a play makes no further choice. */
    Chooser of(Body body, HeldOut space, int seed) {
        return new Chooser() {
            @Override
            public Choice begin() throws DeltaException, InterruptedException {
                try {
                    if (load(body) != null) {
                        return new Choice(null, 0);
                    }
                    var request = JSON.createObjectNode();
                    request.put("body", body.digest());
                    request.set("opening", JSON.valueToTree(space.opening(seed, Disguise.NONE)));
                    return choice(ask(BodyMain.BEGIN, request));
                } catch (WorkerFailure e) {
                    forgotten(e);
                    return new Choice(null, 0);
                }
            }

            @Override
            public Choice tell(double logGain, double seconds) throws DeltaException, InterruptedException {
                try {
                    var request = JSON.createObjectNode();
                    request.put("logGain", Double.isNaN(logGain) ? null : (Double) logGain);
                    request.put("seconds", seconds);
                    return choice(ask(BodyMain.TELL, request));
                } catch (WorkerFailure e) {
                    forgotten(e);
                    return new Choice(null, 0);
                }
            }

            private Choice choice(Frame answer) {
                int point = answer.body().path("point").asInt(-1);
                return new Choice(
                        point < 0 || point >= space.recording().size() ? null : space.values(point),
                        thinking(answer.body()));
            }
        };
    }

    /** Sees to it that the process has a body; why it cannot have it, or null. */
    private @Nullable Measured load(Body body) throws WorkerFailure, InterruptedException {
        if (loaded.contains(body.digest())) {
            return null;
        }
        var request = JSON.createObjectNode();
        request.put("body", body.digest());
        request.set("sources", JSON.valueToTree(task.sources(body)));
        request.set("parameters", JSON.valueToTree(task.parameters(body)));
        if (loaded.size() >= MOST_LOADED) {
            loaded.clear();
        }
        var answer = ask(BodyMain.LOAD, request);
        if (answer.kind().equals(BodyMain.REFUSED)) {
            return refusal(answer.body());
        }
        loaded.add(body.digest());
        return null;
    }

    private Frame ask(String kind, JsonNode body) throws WorkerFailure, InterruptedException {
        var its = worker;
        if (its == null) {
            its = Worker.start(
                    PlayerProcess.spec(
                            BodyMain.class,
                            practice.stream().map(Path::toString).toList(),
                            practice),
                    sandbox);
            worker = its;
        }
        return its.call(Frame.of(kind, body), PATIENCE);
    }

    private String forgotten(WorkerFailure failure) {
        close();
        return failure.reason() == WorkerFailure.Reason.OUT_OF_MEMORY ? MEMORY : TIMEOUT;
    }

    private static Measured refusal(JsonNode answer) {
        return new Measured(List.of(), answer.path("fault").asString(), thinking(answer));
    }

    private static double thinking(JsonNode answer) {
        return answer.path("thinking").asDouble(0);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        loaded.clear();
    }
}
