package dev.ouroboros.hdl.tool;

import java.util.List;
import java.util.Map;

/**
 * Standard cells, without placement. Without options it is the flow that the benchmark RTL-OPT weighs designs by: everything
 * to gates, flip-flops by {@code dfflibmap}, logic by {@code abc}, the area by {@code stat}. What a cell does is read from
 * the Liberty file by Yosys, while ABC chooses cells by its own reading of it.
 */
record StandardCellFlow(String liberty) implements Flow {
    private static final String FILE = "cells.lib";
    private static final String MODELS = " -ignore_miss_func -ignore_miss_dir -ignore_miss_data_latch " + FILE + "\n";

    /** Each product and sum by itself, as {@code techmap} would, but stopped at full adders and carry chains. */
    private static final String ADDERS = """
            (* techmap_wrap = "alumacc" *)
            (* techmap_celltype = "$lt $le $ge $gt $add $sub $neg $mul" *)
            module ouroboros_alumacc; endmodule
            (* techmap_maccmap *)
            (* techmap_celltype = "$macc" *)
            module ouroboros_macc; endmodule
            """;

    @Override
    public Map<String, String> files() {
        return Map.of(FILE, liberty, "adders.v", ADDERS);
    }

    @Override
    public String synthesis(String top, List<String> recipe) {
        return coarse(recipe) + """
                techmap
                opt
                dfflibmap -liberty cells.lib
                abc -liberty cells.lib
                tee -q -o statistics stat -top TOP -liberty cells.lib
                """.replace("TOP", top)
                + "read_liberty -lib" + MODELS
                + "flatten\nhierarchy -purge_lib -top " + top + "\nwrite_json netlist.json\n"
                + "read_liberty -overwrite" + MODELS
                + "flatten\nhierarchy -purge_lib -top " + top
                + """

                async2sync
                dffunmap
                simplemap
                setundef -undriven -anyseq
                setundef -anyseq
                opt_clean
                write_json gates.json
                """;
    }

    @Override
    public String halfway(String top, List<String> recipe) {
        return coarse(recipe) + "flatten\ntechmap -map adders.v\n";
    }

    @Override
    public boolean writesGates() {
        return true;
    }

    private static String coarse(List<String> recipe) {
        return (recipe.contains("-flatten") ? "flatten\n" : "")
                + "proc\n"
                + (recipe.contains("-nofsm") ? "" : "fsm\n")
                + "opt" + (recipe.contains("-full") ? " -full" : "") + "\n"
                + (recipe.contains("-share") ? "share -aggressive\nopt\n" : "")
                + "memory\nopt\n";
    }
}
