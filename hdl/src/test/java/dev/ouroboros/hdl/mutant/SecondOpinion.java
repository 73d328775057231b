package dev.ouroboros.hdl.mutant;

import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import dev.ouroboros.hdl.tool.Yosys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Yosys says by its own means, from the source to the solver: whether two designs differ anywhere, or, if they have
 * registers, in the first cycles after one of reset. What the seed leaves undefined may be anything.
 */
public record SecondOpinion(Toolbox tools) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STEPS = 12;

    /** What it says. */
    public enum Answer {
        /** No difference, as far as it looked. */
        ALIKE,
        DIFFERENT,
        /** It could not tell. */
        UNDECIDED
    }

    /** Asks. */
    public Answer of(Design seed, Design other) throws InterruptedException {
        var task = seed.task();
        boolean clocked = task.clock() != null;
        var reset = task.reset();
        String induction = clocked ? " -tempinduct-baseonly -maxsteps " + STEPS + " -set-init-undef" : "";
        String resetting =
                reset == null ? "" : " -seq 1 -set-at 1 in_" + reset.name() + " " + (reset.activeHigh() ? 1 : 0);
        try (var folder = WorkFolder.create()) {
            String script =
                    side(folder, "gold", seed) + side(folder, "gate", other) + """
                    design -copy-from gold gold
                    design -copy-from gate gate
                    miter -equiv -flatten -ignore_gold_x gold gate miter
                    hierarchy -top miter
                    async2sync
                    memory_map
                    opt_clean
                    sat -verify -enable_undef -set-def-inputs%s%s -prove trigger 0 miter
                    """.formatted(induction, resetting);
            folder.put("script.ys", script);
            var result = tools.run(folder, List.of(), Yosys.PROGRAM, List.of("script.ys"), PATIENCE);
            if (result.succeeded()) {
                return Answer.ALIKE;
            }
            return (result.out() + result.err()).contains("proof did fail") ? Answer.DIFFERENT : Answer.UNDECIDED;
        }
    }

    private static String side(WorkFolder folder, String name, Design design) {
        var task = design.task();
        String parameters = task.topParameters().entrySet().stream()
                .map(entry -> " -chparam " + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining());
        var text = new StringBuilder();
        design.sources().forEach((file, source) -> {
            String path = name + "_" + file;
            folder.put(path, source);
            text.append("read_verilog -sv ").append(path).append('\n');
        });
        return text + "hierarchy -check -top " + task.top() + parameters + "\nproc\nflatten\nopt_clean\nrename "
                + task.top() + " " + name + "\ndesign -stash " + name + "\n";
    }
}
