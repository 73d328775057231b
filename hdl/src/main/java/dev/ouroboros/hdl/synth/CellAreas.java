package dev.ouroboros.hdl.synth;

import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.hdl.liberty.Library;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.NetlistReader;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a netlist of standard cells consists of.
 *
 * @param area the sum of the cells', in the unit of the Liberty file
 * @param flipFlops cells that hold a state
 * @param depth most other cells on a way from a register or input to a register or output
 */
public record CellAreas(double area, int cells, int flipFlops, int depth) implements Counts {
    /** What {@code stat -liberty} writes; with several modules the top's comes last and holds the others'. */
    private static final Pattern AREA = Pattern.compile("Chip area for (?:top )?module [^:]*: *([0-9.eE+-]+)");

    private static final Pattern UNKNOWN = Pattern.compile("Area for cell type (\\\\?\\$\\S+) is unknown!");

    static CellAreas of(Yosys.Synthesis synthesis, String top, Library library) throws DesignProblem {
        Netlist netlist = NetlistReader.read(synthesis.json(), top);
        int storing = (int) netlist.cells().stream()
                .filter(cell -> library.storing().contains(cell.type()))
                .count();
        return new CellAreas(
                area(synthesis.statistics()),
                netlist.cells().size(),
                storing,
                Depths.most(netlist, cell -> !library.storing().contains(cell.type()), _ -> true));
    }

    private static double area(String statistics) throws DesignProblem {
        var unknown = UNKNOWN.matcher(statistics);
        if (unknown.find()) {
            throw new DesignProblem("the Liberty file has no cell for " + unknown.group(1)
                    + ", which the design needs\nMaybe a latch, or a flip-flop with a set and a reset.");
        }
        var found = AREA.matcher(statistics).results().toList();
        return found.isEmpty() ? 0 : Double.parseDouble(found.getLast().group(1));
    }

    @Override
    public double size() {
        return area;
    }

    @Override
    public double delay() {
        return depth;
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                Counts.exact("area", area),
                Counts.exact("cells", cells),
                Counts.exact("flip-flops", flipFlops),
                Counts.exact("depth", depth));
    }
}
