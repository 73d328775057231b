package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.stage.Candidate;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import dev.ouroboros.hdl.tool.Yosys;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A design and a test bench of its own, built and run as Verilator's manual shows it. */
record PlainVerilator(Design design, String bench) {
    private static final int CYCLES = 10_000;
    private static final int WIDEST = 64;

    static PlainVerilator of(Part part, LayerOptions options)
            throws TaskException, DesignProblem, InterruptedException {
        DesignTask task = DesignTaskReader.read(part);
        Design design = Candidate.seed(part, task);
        Circuit circuit = new Yosys(new Toolbox(options.sandbox(), options.tools())).elaborate(design);
        return new PlainVerilator(design, bench(task, circuit));
    }

    /** Builds it from nothing and runs it. */
    double seconds() throws IOException, InterruptedException {
        try (var folder = WorkFolder.create()) {
            var build = new ArrayList<>(List.of("verilator", "--cc", "--exe", "--build", "-Wno-fatal"));
            build.addAll(List.of("--top-module", design.task().top(), "--prefix", "Vtop", "bench.cpp"));
            build.addAll(design.stage(folder));
            folder.put("bench.cpp", bench);
            long start = System.nanoTime();
            run(folder, build);
            run(folder, List.of("obj_dir/Vtop"));
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void run(WorkFolder folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    private static String bench(DesignTask task, Circuit circuit) {
        String clock = task.clock();
        String inputs = circuit.inputs().stream().map(PlainVerilator::drawn).collect(Collectors.joining());
        String outputs = circuit.outputs().stream().map(PlainVerilator::summed).collect(Collectors.joining());
        return """
                #include "Vtop.h"
                #include "verilated.h"
                #include <cstdio>
                #include <random>
                int main(int argc, char** argv) {
                  VerilatedContext context;
                  context.commandArgs(argc, argv);
                  Vtop top{&context};
                  std::mt19937_64 random{1};
                  uint64_t sum = 0;
                  for (int cycle = 0; cycle < %d; ++cycle) {
                %s    %stop.eval();
                %s    %s
                  }
                  top.final();
                  std::printf("%%llu\\n", static_cast<unsigned long long>(sum));
                }
                """.formatted(
                        CYCLES,
                        inputs,
                        clock == null ? "" : "top." + clock + " = 0; ",
                        outputs,
                        clock == null ? "" : "top." + clock + " = 1; top.eval();");
    }

    private static String drawn(Port port) {
        int width = port.bits().size();
        return width > WIDEST
                ? "    for (int i = 0; i < %d; ++i) top.%s[i] = random();%n".formatted((width + 31) / 32, port.name())
                : "    top.%s = random() >> %d;%n".formatted(port.name(), WIDEST - width);
    }

    private static String summed(Port port) {
        return "    sum += top.%s%s;%n".formatted(port.name(), port.bits().size() > WIDEST ? "[0]" : "");
    }
}
