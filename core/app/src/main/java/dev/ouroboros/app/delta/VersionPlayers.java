package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.app.delta.player.Player;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes in which frozen versions play, one for each version, used by one thread. They see their own classes and
 * libraries and nothing else of this machine: the recordings are not there to be read.
 */
final class VersionPlayers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final Sandbox sandbox;
    private final Map<String, Worker> workers = new HashMap<>();

    VersionPlayers(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns a player that is that version. */
    Chooser of(Version version, HeldOut task, int seed, Disguise disguise) {
        return new Chooser() {
            @Override
            public Choice begin() throws DeltaException, InterruptedException {
                return ask(version, Frame.of(Player.BEGIN, JSON.valueToTree(task.opening(seed, disguise))));
            }

            @Override
            public Choice tell(double logGain, double seconds) throws DeltaException, InterruptedException {
                var body = JSON.createObjectNode();
                body.put("logGain", Double.isNaN(logGain) ? null : (Double) logGain);
                body.put("seconds", seconds);
                return ask(version, Frame.of(Player.TELL, body));
            }
        };
    }

    private Chooser.Choice ask(Version version, Frame request) throws DeltaException, InterruptedException {
        try {
            var worker = workers.computeIfAbsent(
                    version.digest(),
                    _ -> Worker.start(
                            PlayerProcess.spec(Player.class, List.of(version.classPath()), List.of(version.classes())),
                            sandbox));
            var body = worker.call(request, PATIENCE).body();
            var values = body.path("values");
            return new Chooser.Choice(
                    values.isObject() ? JSON.treeToValue(values, VALUES) : null,
                    body.path("thinking").asDouble(0));
        } catch (WorkerFailure e) {
            throw new DeltaException(version.name() + " (" + version.origin() + ") did not play to the end: "
                    + PlayerProcess.shortened(e.getMessage()));
        } catch (JacksonException e) {
            throw new DeltaException(version.name() + " answered what is no configuration: " + e.getOriginalMessage());
        }
    }

    @Override
    public void close() {
        workers.values().forEach(Worker::close);
    }
}
