package dev.ouroboros.engine.space;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the text of an expression into tokens. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("\\s*+(?:"
            + "(?<float>(?:\\d++(?:_\\d++)*+)?\\.\\d++(?:[eE][+-]?\\d++)?|\\d++\\.(?:[eE][+-]?\\d++)?|\\d++[eE][+-]?\\d++)"
            + "|(?<integer>0[xX][0-9a-fA-F]++|0[bB][01]++|\\d++(?:_\\d++)*+)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*+(?:\\.[A-Za-z_][A-Za-z0-9_]*+)*+)"
            + "|'(?<single>[^'\\\\]*+)'|\"(?<double>[^\"\\\\]*+)\""
            + "|(?<sign>\\*\\*|//|<=|>=|==|!=|<<|>>|[-+*/%<>(),&|^~]|\\[|\\])"
            + ")");

    /** Longer expressions would nest deeper than a thread's stack allows. */
    private static final int MOST_TOKENS = 1000;

    private Lexer() {}

    /** Returns the tokens of {@code text}, the last of which is {@link Token.Kind#END}. */
    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        int end = text.stripTrailing().length();
        int at = 0;
        while (at < end) {
            matcher.region(at, end);
            if (!matcher.lookingAt()) {
                throw unreadable(text, at);
            }
            for (var kind : List.of("float", "integer", "name", "single", "double", "sign")) {
                if (matcher.group(kind) != null) {
                    int column = matcher.start(kind) + (kind.equals("single") || kind.equals("double") ? 0 : 1);
                    tokens.add(new Token(kind(kind), matcher.group(kind), column));
                }
            }
            if (tokens.size() > MOST_TOKENS) {
                throw new ExpressionException(
                        text, tokens.getLast().column(), "more than " + MOST_TOKENS + " words and signs");
            }
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", end + 1));
        return tokens;
    }

    private static Token.Kind kind(String group) {
        return switch (group) {
            case "float" -> Token.Kind.FLOAT;
            case "integer" -> Token.Kind.INTEGER;
            case "name" -> Token.Kind.NAME;
            case "sign" -> Token.Kind.SIGN;
            default -> Token.Kind.STRING;
        };
    }

    private static ExpressionException unreadable(String text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        char found = text.charAt(at);
        var problem = switch (found) {
            case '\'', '"' -> "a string that does not end, or has a backslash in it";
            case '=' -> "unexpected '='; expected == to compare";
            case '!' -> "unexpected '!'; expected != or not";
            default ->
                "unexpected '" + new String(Character.toChars(text.codePointAt(at)))
                        + "'; expected a number, a string, a name or an operator";
        };
        return new ExpressionException(text, at + 1, problem);
    }
}
