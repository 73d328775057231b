package dev.ouroboros.sim;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Programs;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import dev.ouroboros.sim.Layout.Clock;
import dev.ouroboros.sim.Stimulus.Episode;
import dev.ouroboros.sim.Stimulus.Sender;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Verilator: makes a program of a design, and runs it. A design in the sandbox is only ever given inputs; what is right is not
 * there, so it has nothing to forge.
 */
record Verilator(Toolbox tools, Precompiled shared) {
    /** The program itself; {@code verilator} beside it is a script that starts it. */
    static final String PROGRAM = "verilator_bin";

    /** The oldest version that will do: older ones give a model another face. */
    static final String LEAST = "5.006";

    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(3);

    /** The harness counts the seconds of the processor; this is for a machine that stalls. */
    private static final Duration RUN_PATIENCE = Duration.ofMinutes(5);

    private static final int MESSAGE_LINES = 6;
    private static final int OUR_FAULT = 70;
    private static final int ENDED_BY_DESIGN = 71;
    private static final int NOT_TAKEN = 72;
    private static final int OUT_OF_TIME = 73;
    private static final String LIBRARY = "design.so";
    private static final String STIMULUS = "stimulus.bin";
    private static final String RESPONSE = "response.bin";

    /**
     * Compiles a design.
     *
     * @throws DesignProblem if Verilator does not take it, saying what and where
     * @throws CandidateFailure if what Verilator made of it cannot be compiled
     */
    Model build(Design design, Wrapper wrapper) throws DesignProblem, CandidateFailure, InterruptedException {
        try (var folder = WorkFolder.create()) {
            List<String> files = design.stage(folder);
            folder.put(wrapper.name() + ".v", wrapper.verilog());
            folder.put("model.cpp", wrapper.model());
            folder.put("build.sh", Resource.text("build.sh"));
            List<Path> outputs = folder.outputs(LIBRARY);
            Path program = Programs.find(PROGRAM);
            var readOnly = new ArrayList<>(List.of(shared.folder()));
            readOnly.addAll(Programs.installation(program));
            var arguments = new ArrayList<>(List.of(
                    "build.sh",
                    shared.folder().toString(),
                    shared.include().toString(),
                    LIBRARY,
                    shared.flags(),
                    program.toString()));
            arguments.addAll(options(design, wrapper));
            arguments.addAll(files);
            arguments.add(wrapper.name() + ".v");
            ToolResult result = tools.run(folder, readOnly, outputs, "sh", arguments, BUILD_PATIENCE);
            checkBuilt(result);
            return new Model(wrapper.layout(), folder.bytes(LIBRARY));
        }
    }

    private static void checkBuilt(ToolResult result) throws DesignProblem, CandidateFailure {
        if (result.timedOut()) {
            throw new DesignProblem("Verilator needed more than " + BUILD_PATIENCE.toSeconds() + " s and was ended");
        }
        if (result.outOfMemory()) {
            throw new DesignProblem("Verilator needed too much memory and was ended");
        }
        if (result.exit() == NOT_TAKEN) {
            throw new DesignProblem("Verilator does not take it:\n" + complaint(result));
        }
        if (!result.succeeded()) {
            throw new CandidateFailure(
                    new Outcome.Faulted("what Verilator made cannot be compiled:\n" + complaint(result)));
        }
    }

    /** Undefined bits are drawn when a design starts. */
    private static List<String> options(Design design, Wrapper wrapper) {
        var options = new ArrayList<>(
                List.of("--cc", "--prefix", "Vbench", "--top-module", wrapper.name(), "--output-split", "0"));
        options.addAll(List.of("--x-initial", "unique", "--x-assign", "unique"));
        options.addAll(List.of("-Wno-fatal", "-Wno-lint", "-Wno-style"));
        options.addAll(language(design));
        return options;
    }

    /** A file is read in the language that synthesis reads it in. */
    static List<String> language(Design design) {
        var options = new ArrayList<>(
                List.of("--no-timing", "+1364-2005ext+v", "+1800-2017ext+sv", "-I.", "--relative-includes"));
        design.definitions().forEach((name, value) -> options.add("-D" + name + "=" + value));
        return options;
    }

    /** Returns the errors among what a run printed. */
    static String complaint(ToolResult result) {
        String errors = result.err()
                .lines()
                .filter(line -> line.contains("rror"))
                .limit(MESSAGE_LINES)
                .collect(Collectors.joining("\n"));
        return errors.isBlank()
                ? "it ended with code " + result.exit() + ": " + result.err().strip()
                : errors;
    }

    /**
     * Runs a design in each of the lanes.
     *
     * @throws CandidateFailure if it does not answer in every cycle
     */
    Response run(Model model, Stimulus stimulus, List<Lane> lanes) throws CandidateFailure, InterruptedException {
        try (var folder = WorkFolder.create()) {
            Layout layout = model.layout();
            folder.put(LIBRARY, model.library());
            folder.put(STIMULUS, bytes(layout, stimulus, lanes));
            List<Path> outputs = folder.outputs(RESPONSE);
            var arguments = List.of(
                    "-c",
                    "exec \"$@\"",
                    "run",
                    shared.harness().toString(),
                    folder.path().resolve(LIBRARY).toString(),
                    STIMULUS,
                    RESPONSE);
            ToolResult result = tools.run(folder, List.of(shared.folder()), outputs, "sh", arguments, RUN_PATIENCE);
            checkRun(result);
            Response response = Response.read(folder.bytes(RESPONSE), stimulus, layout.outputWords(), lanes.size());
            if (response == null) {
                throw wrong("the simulation ended early");
            }
            return response;
        }
    }

    private static void checkRun(ToolResult result) throws CandidateFailure {
        if (result.timedOut() || result.exit() == OUT_OF_TIME) {
            throw new CandidateFailure(new Outcome.TimedOut("the simulation took too long and was ended"));
        }
        if (result.outOfMemory()) {
            throw new CandidateFailure(new Outcome.Rejected(Reason.MEMORY, "the simulation took too much memory"));
        }
        if (result.exit() == OUR_FAULT) {
            throw new CandidateFailure(new Outcome.Faulted(result.err().strip()));
        }
        if (!result.succeeded()) {
            throw wrong(
                    result.exit() == ENDED_BY_DESIGN
                            ? "the simulation ended early: " + result.err().strip()
                            : "the simulation crashed with code " + result.exit());
        }
    }

    private static CandidateFailure wrong(String message) {
        return new CandidateFailure(new Outcome.Rejected(Reason.INCORRECT, message));
    }

    /** Writes what {@code harness.cpp} reads. */
    private static byte[] bytes(Layout layout, Stimulus stimulus, List<Lane> lanes) {
        var words = IntStream.builder();
        words.add(layout.inputWords()).add(layout.outputWords());
        words.add(layout.clock() == Clock.NONE ? 0 : 1).add(layout.clock() == Clock.FALLING ? 1 : 0);
        words.add(lanes.size())
                .add(stimulus.episodes().size())
                .add(stimulus.senders().size());
        for (Sender sender : stimulus.senders()) {
            words.add(sender.valid()).add(sender.ready()).add(sender.data().size());
            sender.data().forEach(words::add);
        }
        lanes.forEach(lane -> words.add(lane.fill()).add(lane.seed()));
        for (Episode episode : stimulus.episodes()) {
            words.add(episode.cycles()).add(episode.quiet());
            for (List<int[]> tokens : episode.tokens()) {
                words.add(tokens.size());
                tokens.forEach(token -> IntStream.of(token).forEach(words));
            }
            episode.frames().forEach(frame -> IntStream.of(frame).forEach(words));
        }
        int[] all = words.build().toArray();
        var buffer = ByteBuffer.allocate(all.length * Integer.BYTES).order(ByteOrder.nativeOrder());
        buffer.asIntBuffer().put(all);
        return buffer.array();
    }
}
