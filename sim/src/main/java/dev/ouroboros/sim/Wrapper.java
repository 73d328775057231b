package dev.ouroboros.sim;

import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Instance;
import dev.ouroboros.sim.Layout.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands around a design so that all look alike from C++: a module whose ports are the clock and words of 32 bits.
 *
 * @param name of the module; one that the design cannot know, or it could bring a module of that name itself
 */
record Wrapper(String name, DesignTask task, Layout layout) {
    /** Returns one with a name that nobody can foresee. */
    static Wrapper secretly(DesignTask task, Layout layout, RandomGenerator secret) {
        return new Wrapper("bench_" + Long.toHexString(secret.nextLong()), task, layout);
    }

    /** Returns the module. */
    String verilog() {
        var ports = new ArrayList<>(List.of("input wire clock"));
        words(layout.inputWords()).forEach(word -> ports.add("input wire [31:0] i" + word));
        words(layout.outputWords()).forEach(word -> ports.add("output wire [31:0] o" + word));
        var connections = new LinkedHashMap<String, String>();
        if (task.clock() != null) {
            connections.put(task.clock(), "clock");
        }
        layout.inputs().forEach(slot -> connections.put(slot.name(), input(slot)));
        var wires = new StringBuilder();
        var shown = new StringBuilder();
        for (int i = 0; i < layout.outputs().size(); i++) {
            Slot slot = layout.outputs().get(i);
            connections.put(slot.name(), "p" + i);
            wires.append("  wire [").append(slot.width() - 1).append(":0] p" + i + ";\n");
            shown.append(output(slot, "p" + i));
        }
        return "module " + name + "(" + String.join(", ", ports) + ");\n" + wires
                + Instance.of(task, "dut", connections) + shown + "endmodule\n";
    }

    /** Returns the face that C++ sees, which includes what Verilator made of the module. */
    String model() {
        return """
                #include "Vbench.h"
                namespace {
                struct Model final : Bench {
                  Vbench design;
                  IData* in[%d];
                  IData* out[%d];
                  explicit Model(VerilatedContext* context)
                      : design{context}, in{%s}, out{%s} {
                    clock = &design.clock;
                    inputs = in;
                    outputs = out;
                  }
                  void eval() override { design.eval(); }
                };
                }  // namespace
                extern "C" Bench* bench_open(VerilatedContext* context) { return new Model{context}; }
                """.formatted(
                        Math.max(1, layout.inputWords()),
                        Math.max(1, layout.outputWords()),
                        addresses("i", layout.inputWords()),
                        addresses("o", layout.outputWords()));
    }

    private static String input(Slot slot) {
        return IntStream.range(0, slot.words())
                .mapToObj(word -> slot.words() - 1 - word)
                .map(word -> "i" + (slot.first() + word) + "[" + (slot.bitsIn(word) - 1) + ":0]")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String output(Slot slot, String wire) {
        var lines = new StringBuilder();
        for (int word = 0; word < slot.words(); word++) {
            int low = word * Integer.SIZE;
            int bits = slot.bitsIn(word);
            String zeros = bits == Integer.SIZE ? "" : (Integer.SIZE - bits) + "'d0, ";
            lines.append(
                    "  assign o%d = {%s%s[%d:%d]};\n".formatted(slot.first() + word, zeros, wire, low + bits - 1, low));
        }
        return lines.toString();
    }

    private String addresses(String prefix, int count) {
        return words(count).mapToObj(word -> "&design." + prefix + word).collect(Collectors.joining(", "));
    }

    private static IntStream words(int count) {
        return IntStream.range(0, count);
    }
}
