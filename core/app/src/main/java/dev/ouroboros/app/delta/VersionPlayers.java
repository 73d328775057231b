package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.app.delta.player.Player;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import dev.ouroboros.engine.process.WorkerSpec;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes in which frozen versions play, one for each version, used by one thread. They see their own classes and
 * libraries and nothing else of this machine: the recordings are not there to be read.
 */
final class VersionPlayers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MEMORY = 1L << 30;
    private static final int STDERR = 1 << 14;
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
            var worker = workers.computeIfAbsent(version.digest(), _ -> Worker.start(spec(version), sandbox));
            var body = worker.call(request, PATIENCE).body();
            var values = body.path("values");
            return new Chooser.Choice(
                    values.isObject() ? JSON.treeToValue(values, VALUES) : null,
                    body.path("thinking").asDouble(0));
        } catch (WorkerFailure e) {
            throw new DeltaException(version.name() + " (" + version.origin() + ") did not play to the end: "
                    + shortened(e.getMessage()));
        } catch (JacksonException e) {
            throw new DeltaException(version.name() + " answered what is no configuration: " + e.getOriginalMessage());
        }
    }

    private static WorkerSpec spec(Version version) {
        var libraries = Libraries.ofOthers();
        var theirs = Stream.concat(Stream.of(version.classes()), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"));
        var ours = Libraries.all();
        var command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                ours.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                Player.class.getName(),
                theirs));
        var visible = new ArrayList<>(ours);
        visible.add(java);
        visible.add(version.classes());
        return new WorkerSpec(
                command, SandboxSpec.toolsOnly().withReadOnly(visible).withMemory(MEMORY), Set.of(), STDERR);
    }

    private static String shortened(@Nullable String words) {
        var lines = String.valueOf(words).lines().limit(12).collect(Collectors.joining("\n"));
        return lines.length() > 2000 ? lines.substring(0, 2000) + " …" : lines;
    }

    @Override
    public void close() {
        workers.values().forEach(Worker::close);
    }
}
