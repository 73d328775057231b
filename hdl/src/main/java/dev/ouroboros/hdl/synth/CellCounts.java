package dev.ouroboros.hdl.synth;

import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.NetlistReader;
import java.util.List;

/**
 * What a netlist for iCE40 consists of.
 *
 * @param luts SB_LUT4, before they are packed into logic cells
 * @param flipFlops SB_DFF of any kind
 * @param carries SB_CARRY
 * @param brams SB_RAM40_4K of any kind
 * @param multipliers SB_MAC16
 * @param depth most LUTs on a way from a register or input to a register or output; carries do not count
 * @param delay an estimate, in nanoseconds on the fastest family, of the longest way from register to register; 0 without one
 */
public record CellCounts(int luts, int flipFlops, int carries, int brams, int multipliers, int depth, double delay)
        implements Counts {

    /**
     * Counts a netlist.
     *
     * @throws DesignProblem if it cannot be read
     */
    public static CellCounts of(String json, String top) throws DesignProblem {
        Netlist netlist = NetlistReader.read(json, top);
        return new CellCounts(
                count(netlist, "SB_LUT4"),
                count(netlist, "SB_DFF"),
                count(netlist, "SB_CARRY"),
                count(netlist, "SB_RAM40"),
                count(netlist, "SB_MAC16"),
                Depths.most(
                        netlist,
                        cell -> cell.type().equals("SB_LUT4") || cell.type().equals("SB_CARRY"),
                        cell -> cell.type().equals("SB_LUT4")),
                new Delays(netlist).most());
    }

    /** Cells that hold a LUT, a flip-flop or both, at least. */
    @Override
    public double size() {
        return Math.max(luts, flipFlops) + carries / 8 + 100 * (brams + multipliers);
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                Counts.exact("luts", luts),
                Counts.exact("flip-flops", flipFlops),
                Counts.exact("carries", carries),
                Counts.exact("brams", brams),
                Counts.exact("multipliers", multipliers),
                Counts.exact("depth", depth));
    }

    private static int count(Netlist netlist, String prefix) {
        return (int) netlist.cells().stream()
                .filter(cell -> cell.type().startsWith(prefix))
                .count();
    }
}
