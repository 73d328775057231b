package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design synthesized by the recipe that suits it best: the smallest result, the first of the task's recipes among equals.
 *
 * @param recipe options of {@code synth_ice40}
 */
public record BestRecipe(List<String> recipe, Yosys.Synthesis synthesis, CellCounts counts) {
    public BestRecipe {
        recipe = List.copyOf(recipe);
    }

    /**
     * Tries all recipes of the task.
     *
     * @throws DesignProblem if the design cannot be synthesized
     */
    public static BestRecipe of(Yosys yosys, Design design) throws DesignProblem, InterruptedException {
        @Nullable BestRecipe best = null;
        for (List<String> recipe : design.task().recipes()) {
            Yosys.Synthesis synthesis = yosys.synthesize(design, recipe);
            var counts = CellCounts.of(synthesis.json(), design.task().top());
            if (best == null || counts.size() < best.counts.size()) {
                best = new BestRecipe(recipe, synthesis, counts);
            }
        }
        if (best == null) {
            throw new IllegalStateException("a task has at least one recipe");
        }
        return best;
    }

    /** Returns how people call the recipe. */
    public String label() {
        return recipe.isEmpty() ? "synth_ice40" : "synth_ice40 " + String.join(" ", recipe);
    }
}
