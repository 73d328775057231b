package dev.ouroboros.benchmarks;

import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** A design, synthesized as Yosys' manual shows it: one run for each recipe. */
record PlainYosys(Design design) {

    /** Synthesizes it by all recipes of its task, one after the other. */
    double seconds() throws IOException, InterruptedException {
        try (var folder = WorkFolder.create()) {
            List<String> files = design.stage(folder);
            long start = System.nanoTime();
            for (List<String> recipe : design.task().recipes()) {
                run(folder, files, recipe);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void run(WorkFolder folder, List<String> files, List<String> recipe)
            throws IOException, InterruptedException {
        if (!(design.task().device() instanceof Ice40 device)) {
            throw new IllegalArgumentException(design.task().device().label() + " is not synthesized by synth_ice40");
        }
        String script = "synth_ice40 -top " + design.task().top() + " -device " + device.family() + " "
                + String.join(" ", recipe) + " -json netlist.json";
        var command = new ArrayList<>(List.of("yosys", "-q", "-p", script));
        command.addAll(files);
        Process process = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}
