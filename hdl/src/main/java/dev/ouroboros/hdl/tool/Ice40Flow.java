package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.task.Ice40;
import java.util.List;
import java.util.Map;

/** Lattice's iCE40, by {@code synth_ice40} with the recipe's options. The models of its cells are our own. */
record Ice40Flow(Ice40 device) implements Flow {
    @Override
    public Map<String, String> files() {
        return Map.of();
    }

    @Override
    public String synthesis(String top, List<String> recipe) {
        return command(top) + String.join(" ", recipe) + """

                tee -q -o statistics stat -json
                write_json netlist.json
                """;
    }

    @Override
    public String halfway(String top, List<String> recipe) {
        return command(top) + "-run begin:map_gates " + String.join(" ", recipe) + "\nmaccmap\n";
    }

    @Override
    public boolean writesGates() {
        return false;
    }

    private String command(String top) {
        return "synth_ice40 -top " + top + " -device " + device.family() + " ";
    }
}
