package dev.ouroboros.engine.artifact;

import dev.ouroboros.engine.space.Setting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parameter values as they stand in an artifact: JSON, sorted, one value a line, so that a diff of two reads well. */
public final class ParameterFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ParameterFile() {}

    /** Returns the text of a setting; equal settings have equal texts. */
    public static String write(Setting setting) {
        var text = new StringBuilder("{");
        setting.values()
                .forEach((name, value) -> text.append(text.length() == 1 ? "\n" : ",\n")
                        .append("  ")
                        .append(JSON.writeValueAsString(name))
                        .append(": ")
                        .append(JSON.writeValueAsString(value)));
        return text.append("\n}\n").toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Setting read(String text) {
        try {
            return JSON.readValue(text, Setting.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the parameters of a part: " + e.getOriginalMessage(), e);
        }
    }
}
