package dev.ouroboros.java.build;

import dev.ouroboros.engine.space.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the constants of a source that carry the names of parameters their values. */
final class Parameters {
    private Parameters() {}

    /** Replaces the value of each {@code static final TYPE NAME = value;}. */
    static String set(String source, Setting parameters) {
        String text = source;
        for (var parameter : parameters.values().entrySet()) {
            var constant = Pattern.compile(
                    "(\\bstatic\\s+final\\s+\\w+\\s+" + Pattern.quote(parameter.getKey()) + "\\s*=\\s*)[^;]*;");
            text = constant.matcher(text)
                    .replaceAll("$1" + Matcher.quoteReplacement(literal(parameter.getValue())) + ";");
        }
        return text;
    }

    private static String literal(Object value) {
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
                : value.toString();
    }
}
