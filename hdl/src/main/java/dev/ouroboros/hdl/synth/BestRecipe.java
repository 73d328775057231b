package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A design synthesized by the recipe that suits it best: the smallest result, the first of the task's recipes among equals.
 *
 * @param recipe options of {@code synth_ice40}
 */
public record BestRecipe(List<String> recipe, Yosys.Synthesis synthesis, CellCounts counts) {
    /** Stages ask for the same design one after the other: a run has no more designs in flight than this. */
    private static final int REMEMBERED = 16;

    private static final int PARALLEL = 2;

    private static final Map<Design, BestRecipe> KNOWN = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Design, BestRecipe> eldest) {
            return size() > REMEMBERED;
        }
    };

    public BestRecipe {
        recipe = List.copyOf(recipe);
    }

    /**
     * Tries all recipes of the task, or remembers what it found before: synthesis always gives the same.
     *
     * @throws DesignProblem if the design cannot be synthesized
     */
    public static BestRecipe of(Yosys yosys, Design design) throws DesignProblem, InterruptedException {
        BestRecipe best = known(design);
        if (best == null) {
            best = tryAll(yosys, design);
            synchronized (KNOWN) {
                KNOWN.put(design, best);
            }
        }
        return best;
    }

    private static @Nullable BestRecipe known(Design design) {
        synchronized (KNOWN) {
            return KNOWN.get(design);
        }
    }

    private static BestRecipe tryAll(Yosys yosys, Design design) throws DesignProblem, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(PARALLEL)) {
            var tries = new ArrayList<Future<BestRecipe>>();
            for (List<String> recipe : design.task().recipes()) {
                tries.add(threads.submit(() -> one(yosys, design, recipe)));
            }
            try {
                BestRecipe best = result(tries.getFirst());
                for (Future<BestRecipe> other : tries.subList(1, tries.size())) {
                    BestRecipe found = result(other);
                    best = found.counts.size() < best.counts.size() ? found : best;
                }
                return best;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static BestRecipe one(Yosys yosys, Design design, List<String> recipe)
            throws DesignProblem, InterruptedException {
        Yosys.Synthesis synthesis = yosys.synthesize(design, recipe);
        return new BestRecipe(
                recipe, synthesis, CellCounts.of(synthesis.json(), design.task().top()));
    }

    private static BestRecipe result(Future<BestRecipe> attempt) throws DesignProblem, InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DesignProblem problem -> throw problem;
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException("a recipe failed", e);
            }
        }
    }

    /** Returns how people call the recipe. */
    public String label() {
        return recipe.isEmpty() ? "synth_ice40" : "synth_ice40 " + String.join(" ", recipe);
    }
}
