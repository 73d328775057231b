package dev.ouroboros.hdl.mutant;

import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import dev.ouroboros.hdl.tool.Yosys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Yosys says by its own means, from the source to the solver: whether two designs stay alike if registers of one name are
 * alike once, or else whether they differ anywhere, or, if they have registers, in the first cycles after one of reset. What
 * the seed leaves undefined may be anything.
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
        return induction(seed, other) ? Answer.ALIKE : search(seed, other);
    }

    private boolean induction(Design seed, Design other) throws InterruptedException {
        return run(seed, other, """
                equiv_make gold gate equiv
                hierarchy -top equiv
                async2sync
                memory_map
                opt_clean
                equiv_struct
                equiv_simple -undef
                equiv_induct -undef
                equiv_status -assert
                """).succeeded();
    }

    private Answer search(Design seed, Design other) throws InterruptedException {
        var reset = seed.task().reset();
        String induction =
                seed.task().clock() == null ? "" : " -tempinduct-baseonly -maxsteps " + STEPS + " -set-init-undef";
        String resetting =
                reset == null ? "" : " -seq 1 -set-at 1 in_" + reset.name() + " " + (reset.activeHigh() ? 1 : 0);
        var result = run(seed, other, """
                miter -equiv -flatten -ignore_gold_x gold gate miter
                hierarchy -top miter
                async2sync
                memory_map
                opt_clean
                sat -verify -enable_undef -set-def-inputs%s%s -prove trigger 0 miter
                """.formatted(induction, resetting));
        if (result.succeeded()) {
            return Answer.ALIKE;
        }
        return (result.out() + result.err()).contains("proof did fail") ? Answer.DIFFERENT : Answer.UNDECIDED;
    }

    private ToolResult run(Design seed, Design other, String question) throws InterruptedException {
        try (var folder = WorkFolder.create()) {
            String sides = side(folder, "gold", seed) + side(folder, "gate", other);
            folder.put("script.ys", sides + "design -copy-from gold gold\ndesign -copy-from gate gate\n" + question);
            return tools.run(folder, List.of(), Yosys.PROGRAM, List.of("script.ys"), PATIENCE);
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
