package dev.ouroboros.engine.task;

import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one {@code [[parts]]} table; the table of its layer is left to the layer. */
final class PartReader {
    private PartReader() {}

    static Part read(Section table, Set<String> layers, Path folder, Objective objective) throws TaskException {
        var name = table.string("name");
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw table.mistake("name", "is '" + name + "'; expected letters, digits and underscores");
        }
        var layer = table.string("layer");
        if (!layers.contains(layer)) {
            var nearest = Nearest.to(layer, layers);
            throw table.mistake(
                    "layer",
                    "is '" + layer + "'; this installation has " + String.join(", ", layers)
                            + (nearest == null ? "" : "\nMaybe '" + nearest + "' is meant."));
        }
        var files = table.strings("files");
        if (files.isEmpty()) {
            throw table.mistake("files", "is empty; expected at least one file to edit");
        }
        for (var file : files) {
            SeedFiles.check(folder, file, table);
        }
        return new Part(name, layer, files, space(table), objective, table.handOver(layer));
    }

    private static ParameterSpace space(Section table) throws TaskException {
        var parameters = new ArrayList<Parameter>();
        var declared = table.tableOrEmpty("parameters");
        for (var name : declared.keys()) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw declared.mistake(name, "cannot be passed as -D" + name + "=value; expected a C identifier");
            }
            var values = declared.values(name);
            if (values.isEmpty()) {
                throw declared.mistake(name, "has no values; expected at least one, the default first");
            }
            parameters.add(new Parameter(name, values));
        }
        try {
            return new ParameterSpace(parameters, constraints(table.tableOrEmpty("constraints")));
        } catch (IllegalArgumentException e) {
            throw table.mistake(
                    table.has("constraints") ? "constraints" : "parameters", String.valueOf(e.getMessage()));
        }
    }

    private static List<Constraint> constraints(Section declared) throws TaskException {
        var constraints = new ArrayList<Constraint>();
        for (var name : declared.keys()) {
            var text = declared.string(name);
            try {
                constraints.add(new Constraint(name, Expression.parse(text)));
            } catch (ExpressionException e) {
                throw declared.mistake(name, "is not an expression: " + e.getMessage());
            }
        }
        return constraints;
    }
}
