package dev.ouroboros.app.cli;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.MachineExclusion;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.Runs;
import java.time.InstantSource;
import java.util.List;

/** Assembles the engine for one command. */
final class Engine {
    private Engine() {}

    static Runs runs(Archive archive, List<Listener> listeners, ProposerChoice who) {
        var assembly = new Assembly(
                Layers.load(),
                who.proposer(),
                who.name(),
                who.offline(),
                new DefaultToolRunner(),
                new MachineExclusion(
                        holder -> System.err.println("Waiting: " + holder + " measures on this machine.")));
        return new Runs(archive, assembly, InstantSource.system(), listeners);
    }
}
