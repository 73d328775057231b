package dev.ouroboros.cfamily.syntax;

import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blanks the parts of a text that {@code #if}, {@code #ifdef} and their kin switch off, with the directives themselves.
 * What depends on a name that begins with an underscore, which the compiler may know, is left as it stands; any
 * other name that nothing defines counts as undefined.
 */
final class Conditionals {
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(\\w+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DEFINITION = Pattern.compile("(\\w+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern DEFINED = Pattern.compile("defined\\s*(?:\\(\\s*(\\w+)\\s*\\)|(\\w+))");
    private static final int DEEPEST = 8;

    private final Map<String, String> macros;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** What a conditional has come to: its branch is taken, is not, or nobody knows. */
    private enum State {
        TAKEN,
        SKIPPED,
        UNKNOWN
    }

    /** @param settled a branch before was taken, so that the others are not */
    private record Level(State state, boolean settled) {}

    private Conditionals(Map<String, String> macros) {
        this.macros = new HashMap<>(macros);
    }

    static String mask(String text, Map<String, String> macros) {
        return new Conditionals(macros).mask(text);
    }

    private String mask(String text) {
        var masked = new StringBuilder(text);
        for (int start = 0; start < text.length(); ) {
            int end = endOfLine(text, start);
            if (isBlank(text.substring(start, end))) {
                for (int i = start; i < end; i++) {
                    if (text.charAt(i) != '\n') {
                        masked.setCharAt(i, ' ');
                    }
                }
            }
            start = end + 1;
        }
        return masked.toString();
    }

    /** The end of a line, with those it goes on in. */
    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        while (end > start && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    /** Takes a line into account, and returns whether it is to be blanked. */
    private boolean isBlank(String line) {
        var directive = DIRECTIVE.matcher(line);
        if (!directive.matches()) {
            return !live();
        }
        var rest = directive.group(2).replace("\\\n", " ").strip();
        return switch (directive.group(1)) {
            case "if" -> open(evaluate(rest));
            case "ifdef" -> open(evaluate("defined " + rest));
            case "ifndef" -> open(evaluate("!defined " + rest));
            case "elif" -> next(evaluate(rest));
            case "else" -> next(Boolean.TRUE);
            case "endif" -> levels.isEmpty() || levels.pop().state() != State.UNKNOWN || !live();
            case "define" -> define(rest);
            case "undef" -> {
                macros.remove(rest);
                yield !live();
            }
            default -> !live();
        };
    }

    private boolean live() {
        return levels.stream().noneMatch(level -> level.state() == State.SKIPPED);
    }

    private boolean open(@Nullable Boolean holds) {
        boolean live = live();
        levels.push(new Level(state(holds), Boolean.TRUE.equals(holds)));
        return !live || holds != null;
    }

    private boolean next(@Nullable Boolean holds) {
        if (levels.isEmpty()) {
            return false;
        }
        var before = levels.pop();
        var state = before.state() == State.UNKNOWN ? State.UNKNOWN : before.settled() ? State.SKIPPED : state(holds);
        boolean blank = !live() || state != State.UNKNOWN;
        levels.push(new Level(state, before.settled() || Boolean.TRUE.equals(holds)));
        return blank;
    }

    private static State state(@Nullable Boolean holds) {
        return holds == null ? State.UNKNOWN : holds ? State.TAKEN : State.SKIPPED;
    }

    private boolean define(String rest) {
        var definition = DEFINITION.matcher(rest);
        if (live() && definition.matches()) {
            boolean sure = levels.stream().noneMatch(level -> level.state() == State.UNKNOWN);
            var value = definition.group(2);
            macros.put(definition.group(1), sure ? (value == null ? "" : value.strip()) : "__unsure");
        }
        return !live();
    }

    private @Nullable Boolean evaluate(String condition) {
        var text = DEFINED.matcher(condition).replaceAll(match -> {
            var name = match.group(1) == null ? match.group(2) : match.group(1);
            return macros.containsKey(name) ? "1" : name.startsWith("_") ? name : "0";
        });
        var value = value(text, 0);
        return value == null ? null : value != 0;
    }

    private @Nullable Long value(String text, int depth) {
        var python = text.replaceAll("/\\*.*?\\*/|//.*", " ")
                .replace("&&", " and ")
                .replace("||", " or ")
                .replaceAll("!(?!=)", " 0 == ")
                .replaceAll("(\\d)[uUlL]+", "$1")
                .strip();
        try {
            var expression = Expression.parse(python);
            var values = new HashMap<String, Object>();
            for (var name : expression.names()) {
                var known = macros.get(name);
                var value = known == null
                        ? (name.startsWith("_") ? null : Long.valueOf(0))
                        : depth < DEEPEST ? value(known, depth + 1) : null;
                if (value == null) {
                    return null;
                }
                values.put(name, value);
            }
            return switch (expression.evaluate(values)) {
                case Boolean truth -> truth ? 1L : 0L;
                case Long number -> number;
                default -> null;
            };
        } catch (ExpressionException e) {
            // The preprocessor's language is larger than this; what is not understood is left to it.
            return null;
        }
    }
}
