package dev.ouroboros.fpga;

import dev.ouroboros.hdl.netlist.DesignProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What nextpnr's {@code --report} says.
 *
 * @param logicCells ICESTORM_LC in use: a LUT, a flip-flop and a carry each, or some of them
 * @param pins SB_IO in use
 * @param megahertz the highest frequency of the clock; 0 if the design has none or was only packed
 */
record Report(int logicCells, int pins, double megahertz) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Report read(String text) throws DesignProblem {
        try {
            JsonNode report = JSON.readTree(text);
            JsonNode used = report.path("utilization");
            double slowest = report.path("fmax").properties().stream()
                    .mapToDouble(clock -> clock.getValue().path("achieved").doubleValue(0))
                    .min()
                    .orElse(0);
            return new Report(
                    used.path("ICESTORM_LC").path("used").intValue(0),
                    used.path("SB_IO").path("used").intValue(0),
                    slowest);
        } catch (JacksonException e) {
            throw new DesignProblem("the report of nextpnr cannot be read: " + e.getOriginalMessage());
        }
    }
}
