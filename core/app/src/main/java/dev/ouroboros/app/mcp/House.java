package dev.ouroboros.app.mcp;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What the server works with.
 *
 * @param workspace where runs are kept; made when the first run is opened
 * @param tasks folders in and below which tasks are looked for
 * @param exclusion keeps everything else of ours off the machine while something is timed
 * @param sandbox what candidates run in
 * @param parallel candidates built and checked at once
 * @param report writes the report of a run and returns its file
 */
public record House(
        Path workspace,
        List<Path> tasks,
        Layers layers,
        ToolRunner tools,
        Exclusion exclusion,
        Sandbox sandbox,
        int parallel,
        InstantSource clock,
        BiFunction<Archive, String, Path> report) {

    public House {
        tasks = List.copyOf(tasks);
    }
}
