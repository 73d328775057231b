package dev.ouroboros.fpga;

import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What nextpnr's {@code --report} says.
 *
 * @param logicCells ICESTORM_LC in use: a LUT, a flip-flop and a carry each, or some of them
 * @param pins SB_IO in use
 * @param megahertz the highest frequency of the clock; 0 if the design has none or was only packed
 * @param criticalPath what limits it
 */
record Report(int logicCells, int pins, double megahertz, CriticalPath criticalPath) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Report read(String text) throws DesignProblem {
        try {
            JsonNode report = JSON.readTree(text);
            JsonNode used = report.path("utilization");
            var slowest = report.path("fmax").properties().stream()
                    .min(Comparator.comparingDouble(Report::achieved))
                    .orElse(null);
            return new Report(
                    used.path("ICESTORM_LC").path("used").intValue(0),
                    used.path("SB_IO").path("used").intValue(0),
                    slowest == null ? 0 : achieved(slowest),
                    slowest == null
                            ? CriticalPath.NONE
                            : CriticalPath.read(report.path("critical_paths"), slowest.getKey()));
        } catch (JacksonException e) {
            throw new DesignProblem("the report of nextpnr cannot be read: " + e.getOriginalMessage());
        }
    }

    private static double achieved(Map.Entry<String, JsonNode> clock) {
        return clock.getValue().path("achieved").doubleValue(0);
    }
}
