package dev.ouroboros.app.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema for the arguments of tools. */
final class Schema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required;

    private Schema(String... required) {
        this.required = List.of(required);
    }

    /** Returns a schema of an object that needs these of its keys. */
    static Schema needing(String... required) {
        return new Schema(required);
    }

    Schema text(String name, String description) {
        return with(name, Map.of("type", "string", "description", description));
    }

    Schema integer(String name, int least, int most, String description) {
        return with(name, Map.of("type", "integer", "minimum", least, "maximum", most, "description", description));
    }

    Schema number(String name, String description) {
        return with(name, Map.of("type", "number", "minimum", 0, "description", description));
    }

    Schema object(String name, String description) {
        return with(name, Map.of("type", "object", "description", description));
    }

    Schema list(String name, Schema item, String description) {
        return with(name, Map.of("type", "array", "items", item.map(), "description", description));
    }

    private Schema with(String name, Map<String, Object> schema) {
        properties.put(name, schema);
        return this;
    }

    Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", "object");
        map.put("properties", properties);
        map.put("required", required);
        map.put("additionalProperties", false);
        return map;
    }
}
