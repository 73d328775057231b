package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A design synthesized by the recipe that suits it best, the first of the task's recipes among equals. It is the one with the
 * smallest result, those left out that make a candidate's ways longer than the seed's if there is another, for a candidate may not be
 * slower; or the one with the shortest ways, if these are what the task is about.
 *
 * @param recipe options of the device's flow
 */
public record BestRecipe(List<String> recipe, Yosys.Synthesis synthesis, Counts counts) {
    /** Stages ask for the same design one after the other: a run has no more designs in flight than this. */
    private static final int REMEMBERED = 16;

    private static final int PARALLEL = 2;

    private static final Map<Question, BestRecipe> KNOWN = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, BestRecipe> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Question(Design design, Aim aim) {}

    public BestRecipe {
        recipe = List.copyOf(recipe);
    }

    /** Tries all recipes of the task on the seed. */
    public static BestRecipe of(Yosys yosys, Design seed) throws DesignProblem, InterruptedException {
        return of(yosys, seed, Aim.SMALL, Double.POSITIVE_INFINITY);
    }

    /**
     * Tries all recipes of the task on a candidate, or remembers what it found before: synthesis always gives the same.
     *
     * @throws DesignProblem if the design cannot be synthesized
     */
    public static BestRecipe of(Yosys yosys, Design design, Design seed, Aim aim)
            throws DesignProblem, InterruptedException {
        return design.equals(seed) || aim == Aim.FAST
                ? of(yosys, design, aim, Double.POSITIVE_INFINITY)
                : of(yosys, design, aim, of(yosys, seed).counts.delay());
    }

    private static BestRecipe of(Yosys yosys, Design design, Aim aim, double delay)
            throws DesignProblem, InterruptedException {
        var question = new Question(design, aim);
        BestRecipe best = known(question);
        if (best == null) {
            best = best(tryAll(yosys, design), aim, delay);
            synchronized (KNOWN) {
                KNOWN.put(question, best);
            }
        }
        return best;
    }

    private static @Nullable BestRecipe known(Question question) {
        synchronized (KNOWN) {
            return KNOWN.get(question);
        }
    }

    private static BestRecipe best(List<BestRecipe> all, Aim aim, double delay) {
        var fast = all.stream().filter(each -> each.counts.delay() <= delay).toList();
        var bySize = Comparator.<BestRecipe>comparingDouble(each -> each.counts.size());
        var order = switch (aim) {
            case SMALL -> bySize;
            case FAST ->
                Comparator.<BestRecipe>comparingDouble(each -> each.counts.delay())
                        .thenComparing(bySize);
        };
        return (fast.isEmpty() ? all : fast).stream().min(order).orElseThrow();
    }

    private static List<BestRecipe> tryAll(Yosys yosys, Design design) throws DesignProblem, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(PARALLEL)) {
            var tries = new ArrayList<Future<BestRecipe>>();
            for (List<String> recipe : design.task().recipes()) {
                tries.add(threads.submit(() -> one(yosys, design, recipe)));
            }
            try {
                var all = new ArrayList<BestRecipe>();
                for (Future<BestRecipe> one : tries) {
                    all.add(result(one));
                }
                return all;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static BestRecipe one(Yosys yosys, Design design, List<String> recipe)
            throws DesignProblem, InterruptedException {
        Yosys.Synthesis synthesis = yosys.synthesize(design, recipe);
        return new BestRecipe(recipe, synthesis, Counts.of(synthesis, design.task()));
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
        return recipe.isEmpty() ? "synthesis without options" : "synthesis with " + String.join(" ", recipe);
    }
}
