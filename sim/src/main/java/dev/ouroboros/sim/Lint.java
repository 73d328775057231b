package dev.ouroboros.sim;

import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Verilator as a reader of designs, of which it makes nothing. */
record Lint(Toolbox tools) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Returns what is doubtful in a design.
     *
     * @throws DesignProblem if Verilator does not take it at all, saying what and where
     */
    List<Warning> of(Design design) throws DesignProblem, InterruptedException {
        try (var folder = WorkFolder.create()) {
            List<String> files = design.stage(folder);
            var arguments = new ArrayList<>(List.of("--lint-only", "-Wno-fatal", "-Wno-lint", "-Wno-style"));
            Warning.codes().forEach(code -> arguments.add("-Wwarn-" + code));
            arguments.addAll(List.of("--top-module", design.task().top()));
            design.task().topParameters().forEach((name, value) -> arguments.add("-G" + name + "=" + value));
            arguments.addAll(Verilator.language(design));
            arguments.addAll(files);
            ToolResult result = tools.run(folder, List.of(), Verilator.PROGRAM, arguments, PATIENCE);
            if (!result.succeeded()) {
                throw new DesignProblem("Verilator does not take it:\n" + Verilator.complaint(result));
            }
            return Warning.in(result.err());
        }
    }
}
