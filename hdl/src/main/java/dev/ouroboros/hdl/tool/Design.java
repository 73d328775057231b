package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Ice40;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a design.
 *
 * @param sources text by file name, in the task's order; those that the task fixes included
 * @param definitions macros, by name
 */
public record Design(DesignTask task, Map<String, String> sources, Map<String, String> definitions) {

    private static final Pattern INCLUDE = Pattern.compile("`include\\s+\"(?:[^\"]*/)?([^\"/]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Returns a small design to try tools with: the module {@code top}, clocked by {@code clk}. */
    public static Design sample(String source) {
        var task = new DesignTask(
                "top",
                "clk",
                null,
                new Contract.CycleExact(0),
                List.of(),
                List.of(),
                Map.of(),
                Ice40.UP5K,
                List.of(List.of()),
                PATIENCE,
                0,
                Ice40.UP5K.blockRams());
        return new Design(task, Map.of("top.v", source), Map.of());
    }

    /** Puts the files into a folder and returns their names in order, without those that are only included. */
    public List<String> stage(WorkFolder folder) {
        sources.forEach(folder::put);
        Set<String> included = sources.values().stream()
                .flatMap(source -> INCLUDE.matcher(source).results())
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        return sources.keySet().stream()
                .filter(name -> !name.endsWith(".vh") && !name.endsWith(".svh"))
                .filter(name -> !included.contains(name.substring(name.lastIndexOf('/') + 1)))
                .toList();
    }
}
