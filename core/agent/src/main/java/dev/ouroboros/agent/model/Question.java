package dev.ouroboros.agent.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a model is asked.
 *
 * @param turns the conversation so far, the system's turn first
 * @param editable the files an answer may change; a model in this process is held to the form of an answer with them
 * @param effort {@code default}, {@code low}, {@code medium} or {@code high}
 */
public record Question(
        List<Turn> turns, List<String> editable, double temperature, String effort, int maxOutputTokens) {
    public Question {
        turns = List.copyOf(turns);
        editable = List.copyOf(editable);
    }

    /** Returns the whole conversation as one text, for the archive. */
    public String text() {
        return turns.stream()
                .map(turn -> "=== " + turn.role().name().toLowerCase(Locale.ROOT) + "\n" + turn.text())
                .collect(Collectors.joining("\n"));
    }
}
