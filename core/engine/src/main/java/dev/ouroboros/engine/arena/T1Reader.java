package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the description of a space in the format T1 of the auto-tuning community's FAIR schema. Values and conditions are
 * expressions in the subset of Python that {@link Expression} knows; a list of values may be one of JSON as well.
 *
 * <p>The default becomes the first value of its parameter. Published files have defaults that are none of the values, or
 * that violate a condition together. In place of the former the first value stands; if the latter, the defaults are those
 * of the nearest admitted setting ({@link NearestSetting}).
 */
public final class T1Reader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private T1Reader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws RecordingException if it cannot be read, is no T1, or admits nothing
     */
    public static T1 read(Path file) throws RecordingException {
        try {
            return new T1Reader(file).read(JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new RecordingException(file + " cannot be read as JSON: " + e.getMessage(), e);
        }
    }

    private T1 read(JsonNode root) throws RecordingException {
        var space = root.path("ConfigurationSpace");
        var described = space.path("TuningParameters");
        if (!described.isArray() || described.isEmpty()) {
            throw new RecordingException(
                    file + " has no list \"ConfigurationSpace\".\"TuningParameters\"; expected a T1 file");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (var one : described) {
            parameters.add(parameter(file + ", parameter " + (parameters.size() + 1), one));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (var one : space.path("Conditions")) {
            constraints.add(constraint("condition " + (constraints.size() + 1), one));
        }
        return new T1(name(root), space(parameters, constraints));
    }

    private String name(JsonNode root) {
        return root.path("General")
                .path("BenchmarkName")
                .asString(file.getFileName().toString().replaceFirst("\\.T1\\.json$", ""));
    }

    private ParameterSpace space(List<Parameter> parameters, List<Constraint> constraints) throws RecordingException {
        try {
            return new ParameterSpace(NearestSetting.first(parameters, constraints), constraints);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(file + ": " + e.getMessage(), e);
        }
    }

    private Parameter parameter(String where, JsonNode one) throws RecordingException {
        var name = one.path("Name").asString("");
        var type = type(where, one);
        List<Object> values = new ArrayList<>();
        for (var value : values(where, one.path("Values"))) {
            values.add(type.of(where + " (" + name + ")", value));
        }
        var given = one.path("Default");
        if (!given.isMissingNode() && !given.isNull()) {
            var preferred = type.of(where + " (" + name + "), its default", T4Rows.value(given));
            if (values.remove(preferred)) {
                values.addFirst(preferred);
            }
        }
        try {
            return new Parameter(name, values);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(where + ": " + e.getMessage(), e);
        }
    }

    private static Type type(String where, JsonNode one) throws RecordingException {
        var label = one.path("Type").asString("");
        for (var type : Type.values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        throw new RecordingException(where + " has the \"Type\" '" + label + "'; expected int, float, bool or string");
    }

    private static List<?> values(String where, JsonNode values) throws RecordingException {
        if (values.isArray()) {
            return values.valueStream().map(T4Rows::value).toList();
        }
        try {
            if (values.isString()) {
                return Expression.parse(values.stringValue()).elements();
            }
        } catch (ExpressionException e) {
            throw new RecordingException(where + " has wrong \"Values\": " + e.getMessage(), e);
        }
        throw new RecordingException(
                where + " has the \"Values\" " + values + "; expected a list such as \"[1, 2, 4]\"");
    }

    private Constraint constraint(String name, JsonNode one) throws RecordingException {
        var text = one.path("Expression");
        if (!text.isString()) {
            throw new RecordingException(file + ", " + name + " has no \"Expression\"; found " + one);
        }
        try {
            return new Constraint(name, Expression.parse(text.stringValue()));
        } catch (ExpressionException e) {
            throw new RecordingException(file + ", " + name + ": " + e.getMessage(), e);
        }
    }

    /** What T1 calls a parameter's type, and the values it takes. */
    private enum Type {
        INT("int"),
        FLOAT("float"),
        BOOL("bool"),
        STRING("string");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        Object of(String where, @Nullable Object value) throws RecordingException {
            var fitting = switch (this) {
                case INT -> value instanceof Long ? value : null;
                case FLOAT -> value instanceof Number number ? (Object) number.doubleValue() : null;
                case BOOL -> value instanceof Boolean ? value : null;
                case STRING -> value instanceof String ? value : null;
            };
            if (fitting == null) {
                throw new RecordingException(where + ": found the value " + value + "; expected the type " + label);
            }
            return fitting;
        }
    }
}
