package dev.ouroboros.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as every {@code --json} prints it: keys in the order of the records, nulls written, never a bare NaN. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** Returns the mapper; it is immutable and thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Returns {@code value} as one JSON object on several lines, for people and machines. */
    public static String text(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Prints {@code value} as {@link #text} has it. */
    public static void print(PrintWriter out, Object value) {
        out.println(text(value));
        out.flush();
    }
}
