package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.CircuitBuilder;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Drivers;
import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.NetlistReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Yosys: reads Verilog, and synthesizes it. */
public record Yosys(Toolbox tools) {
    /** The program. */
    public static final String PROGRAM = "yosys";

    /** The oldest version that will do. */
    public static final String LEAST = "0.23";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MESSAGE_LINES = 6;

    /**
     * What synthesis made.
     *
     * @param json the netlist of the device's cells, as Yosys writes it
     * @param gates the same, its cells known to us: of gates if the device's are not
     * @param statistics what Yosys counted
     */
    public record Synthesis(String json, String gates, String statistics) {}

    /**
     * Elaborates a design into gates, exactly as written: what the source leaves undefined becomes a free value before
     * anything could choose one. Nothing is optimized that would look at undefined bits, and sums and products stay words,
     * which a proof can compare as such.
     *
     * @throws DesignProblem if the design is wrong, saying what and where
     */
    public Circuit elaborate(Design design) throws DesignProblem, InterruptedException {
        try (var folder = WorkFolder.create()) {
            List<Path> outputs = folder.outputs("drivers.json", "gates.json");
            run(folder, outputs, read(design, folder) + """
                    proc -norom
                    setundef -undriven -anyseq
                    flatten
                    write_json drivers.json
                    async2sync
                    memory -nomap
                    memory_map -keepdc
                    dffunmap
                    opt_clean
                    techmap t:$add t:$sub t:$neg t:$mul %u %u %u %n
                    simplemap
                    setundef -anyseq
                    opt_clean
                    write_json gates.json
                    """);
            String top = design.task().top();
            Drivers.check(NetlistReader.read(folder.text("drivers.json"), top));
            return CircuitBuilder.build(
                    NetlistReader.read(folder.text("gates.json"), top),
                    design.task().clock());
        } catch (DesignProblem e) {
            throw MissingModule.located(design, e);
        }
    }

    /**
     * Elaborates the seed as candidates are compared with it: undefined where its surroundings break the task's assumptions.
     *
     * @throws DesignProblem if the design or an assumption is wrong
     */
    public Circuit reference(Design seed) throws DesignProblem, InterruptedException {
        Circuit circuit = elaborate(seed);
        if (seed.task().assumptions().isEmpty()) {
            return circuit;
        }
        try {
            return elaborate(new Surroundings(seed, circuit).excused());
        } catch (DesignProblem e) {
            throw new DesignProblem("the task's assumptions do not fit the design: " + e.getMessage());
        }
    }

    /**
     * Synthesizes for the task's device.
     *
     * @param recipe options of the device's flow
     * @throws DesignProblem if the design is wrong
     */
    public Synthesis synthesize(Design design, List<String> recipe) throws DesignProblem, InterruptedException {
        var task = design.task();
        var flow = Flow.of(task.device());
        try (var folder = WorkFolder.create()) {
            flow.files().forEach(folder::put);
            List<Path> outputs = folder.outputs("netlist.json", "gates.json", "statistics");
            run(folder, outputs, read(design, folder) + flow.synthesis(task.top(), recipe));
            String json = folder.text("netlist.json");
            return new Synthesis(
                    json, flow.writesGates() ? folder.text("gates.json") : json, folder.text("statistics"));
        }
    }

    /**
     * Stops a synthesis halfway: sums have become rows of full adders and one carry chain, as the netlist will have them, and
     * can still be read as numbers.
     *
     * @throws DesignProblem if the design is wrong
     */
    public Circuit halfway(Design design, List<String> recipe) throws DesignProblem, InterruptedException {
        var task = design.task();
        var flow = Flow.of(task.device());
        try (var folder = WorkFolder.create()) {
            flow.files().forEach(folder::put);
            List<Path> outputs = folder.outputs("gates.json");
            run(folder, outputs, read(design, folder) + flow.halfway(task.top(), recipe) + """
                    async2sync
                    dffunmap
                    techmap t:$add t:$sub t:$neg t:$mul t:$fa t:$alu %u %u %u %u %u %n
                    simplemap
                    setundef -anyseq
                    opt_clean
                    write_json gates.json
                    """);
            return CircuitBuilder.build(NetlistReader.read(folder.text("gates.json"), task.top()), task.clock());
        }
    }

    /**
     * Returns the machine that a synthesized netlist is.
     *
     * @throws DesignProblem if it has a cell that there is no model of
     */
    public static Circuit circuit(Synthesis synthesis, Design design) throws DesignProblem {
        Netlist netlist = NetlistReader.read(synthesis.gates(), design.task().top());
        return CircuitBuilder.build(netlist, design.task().clock());
    }

    private static String read(Design design, WorkFolder folder) {
        var task = design.task();
        String definitions = design.definitions().entrySet().stream()
                .map(entry -> " -D" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        String parameters = task.topParameters().entrySet().stream()
                .map(entry -> " -chparam " + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining());
        String files = design.stage(folder).stream()
                .map(name -> "read_verilog" + (name.endsWith(".sv") ? " -sv" : "") + definitions + " " + name + "\n")
                .collect(Collectors.joining());
        return files + "hierarchy -check -top " + task.top() + parameters + "\n";
    }

    private void run(WorkFolder folder, List<Path> outputs, String script) throws DesignProblem, InterruptedException {
        folder.put("script.ys", script);
        ToolResult result = tools.run(folder, outputs, PROGRAM, List.of("-q", "script.ys"), PATIENCE);
        if (result.timedOut()) {
            throw new DesignProblem("Yosys needed more than " + PATIENCE.toSeconds() + " s and was ended");
        }
        if (result.outOfMemory()) {
            throw new DesignProblem("Yosys needed too much memory and was ended");
        }
        if (!result.succeeded()) {
            throw new DesignProblem(complaint(result));
        }
    }

    private static String complaint(ToolResult result) {
        String errors = (result.err() + "\n" + result.out())
                .lines()
                .filter(line -> line.contains("ERROR") || line.contains("error"))
                .limit(MESSAGE_LINES)
                .collect(Collectors.joining("\n"));
        return errors.isBlank()
                ? "Yosys ended with code " + result.exit() + ": " + result.err().strip()
                : errors;
    }
}
