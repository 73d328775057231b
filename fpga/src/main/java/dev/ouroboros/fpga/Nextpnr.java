package dev.ouroboros.fpga;

import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** nextpnr for iCE40. */
record Nextpnr(Toolbox tools, Ice40 device) {
    /** The program. */
    static final String PROGRAM = "nextpnr-ice40";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MESSAGE_LINES = 4;

    /** The frequency to aim at is the same for all, since it changes results; high, so that none stops trying early. */
    private static final String MEGAHERTZ = "100";

    /** Packs a netlist into logic cells. The same netlist always gives the same. */
    Report pack(String netlist) throws DesignProblem, InterruptedException {
        return run(netlist, List.of("--pack-only"));
    }

    /** Places and routes a netlist. The same netlist and seed always give the same. */
    Report place(String netlist, int seed) throws DesignProblem, InterruptedException {
        return run(netlist, List.of("--seed", Integer.toString(seed), "--freq", MEGAHERTZ, "--timing-allow-fail"));
    }

    private Report run(String netlist, List<String> options) throws DesignProblem, InterruptedException {
        try (var folder = WorkFolder.create()) {
            folder.put("netlist.json", netlist);
            List<Path> outputs = folder.outputs("report.json");
            var arguments = new ArrayList<>(
                    List.of("-q", "--" + device.label(), "--package", device.pinPackage(), "--json", "netlist.json"));
            arguments.addAll(List.of("--report", "report.json"));
            arguments.addAll(options);
            ToolResult result = tools.run(folder, outputs, PROGRAM, arguments, PATIENCE);
            if (!result.succeeded()) {
                throw new DesignProblem("nextpnr cannot fit it to the " + device.label() + ": " + complaint(result));
            }
            return Report.read(folder.text("report.json"));
        }
    }

    private static String complaint(ToolResult result) {
        if (result.timedOut()) {
            return "it took too long";
        }
        return (result.err() + "\n" + result.out())
                .lines()
                .filter(line -> line.contains("ERROR"))
                .limit(MESSAGE_LINES)
                .collect(Collectors.joining("\n"));
    }
}
