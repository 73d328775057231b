package dev.ouroboros.fpga;

import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.tool.Toolbox;

/** What {@code doctor} looks at, by packing a netlist of one LUT. */
final class Doctor {
    private static final String WHAT = "nextpnr-ice40";
    private static final String NETLIST = """
            {"modules": {"top": {"attributes": {"top": "00000000000000000000000000000001"},
              "ports": {"a": {"direction": "input", "bits": [2]}, "y": {"direction": "output", "bits": [3]}},
              "cells": {"l": {"hide_name": 0, "type": "SB_LUT4", "parameters": {"LUT_INIT": "0000000000000001"},
                "attributes": {}, "port_directions": {"I0": "input", "I1": "input", "I2": "input", "I3": "input", "O": "output"},
                "connections": {"I0": [2], "I1": ["0"], "I2": ["0"], "I3": ["0"], "O": [3]}}},
              "netnames": {}}}}
            """;

    private Doctor() {}

    static Finding packing() throws InterruptedException {
        var nextpnr = new Nextpnr(Toolbox.onThisMachine(), Ice40.UP5K);
        try {
            int cells = nextpnr.pack(NETLIST).logicCells();
            // The constants may take a cell each.
            return cells >= 1 && cells <= 3
                    ? Finding.works(WHAT, "packs a LUT into " + cells + " logic cells, constants included")
                    : missing("it packs one LUT into " + cells + " logic cells");
        } catch (DesignProblem e) {
            return missing(String.valueOf(e.getMessage()));
        } catch (ToolMissing e) {
            return missing("not installed");
        }
    }

    private static Finding missing(String detail) {
        return new Finding(
                WHAT, false, detail, "place and route in the verilog layer", "sudo apt-get install nextpnr-ice40");
    }
}
