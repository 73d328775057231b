package dev.ouroboros.engine.layer;

import java.util.List;
import java.util.Map;

/**
 * A task for a user's own file, as a layer proposes it.
 *
 * @param name of the task, also of the folder it is written to unless the user names one
 * @param files of the task's folder, {@code task.toml} among them: text by name
 * @param guesses what the layer could not know, and so what the user should look at; for people
 */
public record Draft(String name, Map<String, String> files, List<String> guesses) {
    public Draft {
        files = Map.copyOf(files);
        guesses = List.copyOf(guesses);
    }
}
