package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.editor.EditorMain;
import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes in which frozen versions edit, one for each version, used by one thread. They see their own classes and
 * libraries and the body, and no recording.
 */
final class VersionEditors implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final BodyTask task;
    private final Effort effort;
    private final Sandbox sandbox;
    private final Map<String, Worker> workers = new HashMap<>();

    VersionEditors(BodyTask task, Effort effort, Sandbox sandbox) {
        this.task = task;
        this.effort = effort;
        this.sandbox = sandbox;
    }

    /** Returns an editor that is that version. The same seed number gives every version the same random numbers. */
    Editor of(Version version, int seed, Disguise disguise) {
        return new Editor() {
            @Override
            public Draft begin() throws DeltaException, InterruptedException {
                var body = JSON.createObjectNode();
                body.put("folder", task.task().folder().toString());
                body.put("seed", new SplittableRandom(seed).nextLong());
                body.put("shifted", disguise == Disguise.SHIFTED);
                body.put("evaluations", effort.evaluations());
                return ask(version, Frame.of(EditorMain.BEGIN, body));
            }

            @Override
            public Draft tell(Answer answer) throws DeltaException, InterruptedException {
                var body = JSON.createObjectNode();
                body.put("logGain", answer.fault().isEmpty() ? (Double) answer.logGain() : null);
                body.put("fault", answer.fault());
                body.put("accepted", answer.accepted());
                return ask(version, Frame.of(EditorMain.TELL, body));
            }
        };
    }

    private Editor.Draft ask(Version version, Frame request) throws DeltaException, InterruptedException {
        try {
            var worker = workers.computeIfAbsent(version.digest(), _ -> start(version));
            var answer = worker.call(request, PATIENCE);
            var body = answer.body();
            return new Editor.Draft(
                    answer.kind().equals(EditorMain.EDIT) ? JSON.treeToValue(body.path("files"), FILES) : null,
                    body.path("by").asString(""),
                    body.path("credit").asString(""),
                    body.path("thinking").asDouble(0));
        } catch (WorkerFailure e) {
            throw new DeltaException(version.name() + " (" + version.origin() + ") did not edit to the end: "
                    + PlayerProcess.shortened(e.getMessage()));
        } catch (JacksonException e) {
            throw new DeltaException(version.name() + " answered what is no edit: " + e.getOriginalMessage());
        }
    }

    private Worker start(Version version) {
        var seen = new ArrayList<Path>(List.of(version.classes()));
        seen.add(task.task().folder());
        return Worker.start(PlayerProcess.spec(EditorMain.class, List.of(version.classPath()), seen), sandbox);
    }

    @Override
    public void close() {
        workers.values().forEach(Worker::close);
    }
}
