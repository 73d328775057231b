package dev.ouroboros.agent.answer;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import java.util.Map;

/** Reads the values of parameters. */
final class Values {
    private Values() {}

    /** @param part as the answer names it; empty or wrong names are mended if only one part has the parameter */
    static Patch setting(Task task, String part, String name, String value) throws PatchFailure {
        var having = task.parts().stream()
                .filter(candidate -> candidate.parameters().parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(name)))
                .map(Part::name)
                .toList();
        var named = having.contains(part) ? part : having.size() == 1 ? having.getFirst() : null;
        if (named == null) {
            throw new PatchFailure(
                    having.isEmpty()
                            ? "no part has a parameter '" + name + "'"
                            : "parameter '" + name + "' is in the parts " + having
                                    + "; write PARAMETERS and one of them");
        }
        var parameter = task.part(named).parameters().parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Patch.ParameterSetting(named, Setting.of(Map.of(name, value(parameter, value))));
    }

    private static Object value(Parameter parameter, String text) throws PatchFailure {
        for (var value : parameter.values()) {
            if (String.valueOf(value).equals(text)) {
                return value;
            }
        }
        throw new PatchFailure(
                "parameter " + parameter.name() + " is " + text + "; expected one of " + parameter.values());
    }
}
