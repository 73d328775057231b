package dev.ouroboros.engine.run;

import dev.ouroboros.engine.archive.BlobStore;
import dev.ouroboros.engine.loop.Equipment;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.Loop;
import dev.ouroboros.engine.loop.Replay;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.loop.Schedule;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.task.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One process's work on one run. Closing it ends every worker. */
record Session(
        Task task,
        Equipment equipment,
        boolean offline,
        SecretRandom secret,
        Map<String, String> environment,
        Runnable release)
        implements AutoCloseable {

    RunState run(BlobStore blobs, Journal journal, InstantSource clock, RunState state) throws InterruptedException {
        var loop = new Loop(task, schedule(), equipment, blobs, journal, secret, clock);
        return loop.run(state);
    }

    Replay.Result replay(BlobStore blobs, List<Stamped> events) throws InterruptedException {
        return new Replay(task, schedule(), equipment, offline, version -> blobs.artifact(version.files())).run(events);
    }

    private Schedule schedule() {
        return Schedule.standard(task.budget().evaluations());
    }

    @Override
    public void close() {
        release.run();
    }
}
