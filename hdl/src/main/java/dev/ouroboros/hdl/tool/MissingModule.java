package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds to Yosys' words on a module that is nowhere the line that uses it, which they leave out. */
final class MissingModule {
    private static final Pattern WORDS = Pattern.compile("Module `\\\\(\\w+)' referenced in module .* is not part of");

    private MissingModule() {}

    static DesignProblem located(Design design, DesignProblem problem) {
        Matcher words = WORDS.matcher(String.valueOf(problem.getMessage()));
        if (!words.find()) {
            return problem;
        }
        var use = Pattern.compile("(?m)^[^/\\n]*\\b" + words.group(1) + "\\b");
        for (Map.Entry<String, String> file : design.sources().entrySet()) {
            Matcher found = use.matcher(file.getValue());
            if (found.find()) {
                long line = 1
                        + file.getValue()
                                .substring(0, found.end())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                return new DesignProblem(file.getKey() + ":" + line + ": " + problem.getMessage());
            }
        }
        return problem;
    }
}
