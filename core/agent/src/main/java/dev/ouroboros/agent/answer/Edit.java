package dev.ouroboros.agent.answer;

/** An edit as it stands in an answer; {@code path} is what the answer says, empty if it names none. */
sealed interface Edit {
    record Block(String path, String search, String replacement) implements Edit {}

    record Whole(String path, String text) implements Edit {}

    record Diff(String text) implements Edit {}

    record Parameter(String part, String name, String value) implements Edit {}
}
