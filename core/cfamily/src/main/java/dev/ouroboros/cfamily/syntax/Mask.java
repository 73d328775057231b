package dev.ouroboros.cfamily.syntax;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes a text digestible for the grammar: what that does not know becomes blanks, so that every other character keeps
 * its place. Characters outside ASCII, which stand in comments and literals only, become one byte each, so that a byte of
 * the masked text is a character of the original.
 */
final class Mask {
    private static final Pattern TRIVIA_OR_WORD = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|[A-Za-z_]\\w*", Pattern.DOTALL);
    private static final Pattern BEFORE_LOOP = Pattern.compile("\\s*+for\\s*+\\(.*", Pattern.DOTALL);
    private static final Pattern MACRO = Pattern.compile("[A-Z_][A-Z0-9_]*");

    /** Keywords of OpenCL C that the grammar of C does not know. */
    private static final Set<String> QUALIFIERS = Set.of(
            "__kernel",
            "kernel",
            "__global",
            "global",
            "__local",
            "local",
            "__constant",
            "constant",
            "__private",
            "private",
            "__read_only",
            "read_only",
            "__write_only",
            "write_only");

    private final Dialect dialect;
    private final String text;
    private final StringBuilder masked;

    private Mask(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.masked = new StringBuilder(text);
    }

    static String of(String text, Dialect dialect) {
        return new Mask(text, dialect).mask();
    }

    private String mask() {
        TRIVIA_OR_WORD.matcher(text).results().forEach(this::word);
        for (int i = 0; i < masked.length(); i++) {
            if (masked.charAt(i) > 0x7e) {
                masked.setCharAt(i, '?');
            }
        }
        return masked.toString();
    }

    private void word(MatchResult match) {
        var word = match.group();
        if ((dialect == Dialect.OPENCL && QUALIFIERS.contains(word)) || isMacroOfALoop(word, match.end())) {
            blank(match.start(), match.end());
        } else if (word.equals("__attribute__") || word.equals("_Pragma")) {
            blank(match.start(), endOfParentheses(match.end()));
        }
    }

    /** A macro for a pragma or an attribute, as in {@code UNROLLED for (...)}. */
    private boolean isMacroOfALoop(String word, int end) {
        return MACRO.matcher(word).matches()
                && BEFORE_LOOP.matcher(text).region(end, text.length()).matches()
                && !startsDirective(end);
    }

    /** Whether what ends there stands in a line of the preprocessor. */
    private boolean startsDirective(int end) {
        int line = text.lastIndexOf('\n', end - 1) + 1;
        return text.substring(line, end).stripLeading().startsWith("#");
    }

    private int endOfParentheses(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {
                    if (depth == 0 && !Character.isWhitespace(text.charAt(i))) {
                        return from;
                    }
                }
            }
        }
        return from;
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                masked.setCharAt(i, ' ');
            }
        }
    }
}
