package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.task.DesignTask;
import java.util.List;
import java.util.Map;

/**
 * The text of a design.
 *
 * @param sources text by file name, in the task's order; those that the task fixes included
 * @param definitions macros, by name
 */
public record Design(DesignTask task, Map<String, String> sources, Map<String, String> definitions) {

    /** Puts the files into a folder and returns their names in order, without those that are only included. */
    public List<String> stage(WorkFolder folder) {
        sources.forEach(folder::put);
        return sources.keySet().stream()
                .filter(name -> !name.endsWith(".vh") && !name.endsWith(".svh"))
                .toList();
    }
}
