package dev.ouroboros.app.delta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An engine of a few lines with the names that a player calls, so that versions are built in a moment. */
public final class MiniEngine {
    /** Tries the points in the order in which they are listed. */
    public static final String FORWARDS = "grid.points.get(results.size())";

    /** Tries the last one first. */
    public static final String BACKWARDS = "grid.points.get(grid.points.size() - 1 - results.size())";

    /** Draws one at random, again and again. */
    public static final String DRAWN = "grid.points.get(random.nextInt(grid.points.size()))";

    private static final String SEARCH = """
            package dev.ouroboros.engine.search;

            import dev.ouroboros.engine.space.*;
            import java.util.*;
            import java.util.random.RandomGenerator;

            public final class GridSearch {
                public static final String DEFAULT = "mini";
                private final Grid grid;
                private GridSearch(Grid grid) { this.grid = grid; }
                public record Choice(Point point, String by) {}
                public record Result(Choice choice, double logGain, double seconds) {}
                public static GridSearch of(String name, Grid grid) { return new GridSearch(grid); }
                public List<Choice> choose(List<Result> results, int count, RandomGenerator random) {
                    if (results.size() == grid.points.size()) return List.of();
                    return List.of(new Choice(CHOICE, "mini"));
                }
            }
            """;

    private static final Map<String, String> SPACE = Map.of(
            "Parameter",
            "public record Parameter(String name, List<Object> values) {}",
            "Axis",
            "public record Axis(String name, List<Object> values) {}",
            "Point",
            "public record Point(List<Integer> indexes) { public int at(int axis) { return indexes.get(axis); } }",
            "Setting",
            """
            public record Setting(Map<String, Object> values) {
                public static Setting of(Map<String, Object> values) { return new Setting(values); }
            }
            """,
            "Grid",
            """
            public final class Grid {
                public final List<Point> points = new ArrayList<>();
                private final List<Axis> axes = new ArrayList<>();
                public static Grid listing(String part, List<Parameter> parameters, Collection<Setting> settings) {
                    var grid = new Grid();
                    parameters.forEach(its -> grid.axes.add(new Axis(its.name(), its.values())));
                    settings.forEach(setting -> grid.points.add(new Point(parameters.stream()
                            .map(its -> strings(its.values()).indexOf("" + setting.values().get(its.name())))
                            .toList())));
                    return grid;
                }
                private static List<String> strings(List<Object> values) {
                    return values.stream().map(Object::toString).toList();
                }
                public List<Axis> axes() { return axes; }
            }
            """);

    private MiniEngine() {}

    /** Writes a checkout whose search makes that choice. */
    public static Path write(Path checkout, String choice) throws IOException {
        var java = checkout.resolve("core/engine/src/main/java/dev/ouroboros/engine");
        Files.createDirectories(java.resolve("search"));
        Files.createDirectories(java.resolve("space"));
        Files.writeString(java.resolve("search/GridSearch.java"), SEARCH.replace("CHOICE", choice));
        for (var type : SPACE.entrySet()) {
            Files.writeString(
                    java.resolve("space/" + type.getKey() + ".java"),
                    "package dev.ouroboros.engine.space;\n\nimport java.util.*;\n\n" + type.getValue());
        }
        return checkout;
    }
}
