package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits source into tokens that together are the source (IEEE 1364-2005, clause 3). Never fails: a character that starts
 * nothing is a junk token, and what has no end (a comment, a string) ends with the source or the line.
 */
public final class Lexer {
    /** Longest first, so that the first that fits is the right one. */
    private static final List<String> MARKS = List.of(
            "<<<=", ">>>=", "<<<", ">>>", "===", "!==", "==?", "!=?", "<<=", ">>=", "->>", "<->", "|->", "|=>", "**",
            "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "~&", "~|", "~^", "^~", "+:", "-:", "+=", "-=", "*=", "/=",
            "%=", "&=", "|=", "^=", "++", "--", "->", "::", "=>", ".*");

    private static final Set<String> LINE_DIRECTIVES =
            Set.of("define", "include", "timescale", "line", "pragma", "undef", "default_nettype");
    private static final Set<String> NAME_DIRECTIVES = Set.of("ifdef", "ifndef", "elsif");
    private static final Set<String> BARE_DIRECTIVES = Set.of(
            "else",
            "endif",
            "celldefine",
            "endcelldefine",
            "resetall",
            "undefineall",
            "nounconnected_drive",
            "begin_keywords",
            "end_keywords");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** Returns all tokens, trivia included, then one empty token of kind END. */
    public static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            int start = lexer.at;
            var kind = lexer.next(text.charAt(start));
            lexer.tokens.add(new Token(kind, text.substring(start, lexer.at), start));
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private Kind next(char c) {
        if (isSpace(c)) {
            skip(Lexer::isSpace);
            return Kind.SPACE;
        }
        if (text.startsWith("//", at)) {
            skip(ch -> ch != '\n');
            return Kind.COMMENT;
        }
        if (text.startsWith("/*", at)) {
            skipPast("*/", 2);
            return Kind.COMMENT;
        }
        if (isWordStart(c)) {
            skip(Lexer::isWord);
            return Kind.WORD;
        }
        if (isDigit(c) || c == '\'') {
            return number();
        }
        return switch (c) {
            case '"' -> string();
            case '\\' -> escaped();
            case '$' -> named(Kind.SYSTEM_NAME);
            case '`' -> directive();
            default -> mark(c);
        };
    }

    /** Also a sized number whose size and base are apart, as in {@code 8 'hff}: the space belongs to it. */
    private Kind number() {
        int start = at;
        skip(c -> isDigit(c) || c == '_');
        int size = at;
        skip(Lexer::isSpace);
        if (at < text.length() && text.charAt(at) == '\'' && based()) {
            return Kind.NUMBER;
        }
        at = size;
        if (size == start) {
            at++;
            return Kind.MARK;
        }
        fraction();
        return Kind.NUMBER;
    }

    private void fraction() {
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            skip(c -> isDigit(c) || c == '_');
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
                digits++;
            }
            if (digits < text.length() && isDigit(text.charAt(digits))) {
                at = digits;
                skip(c -> isDigit(c) || c == '_');
            }
        }
    }

    /** Reads {@code 'hff}, {@code 'sd3}, {@code '0}; false, and nothing read, if the quote starts something else. */
    private boolean based() {
        int digits = at + 1;
        if (digits < text.length() && "sS".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        if (digits < text.length() && "bBoOdDhH".indexOf(text.charAt(digits)) >= 0) {
            digits++;
            while (digits < text.length() && isSpace(text.charAt(digits))) {
                digits++;
            }
            if (digits < text.length() && isBasedDigit(text.charAt(digits))) {
                at = digits;
                skip(Lexer::isBasedDigit);
                return true;
            }
            return false;
        }
        if (digits == at + 1 && digits < text.length() && "01xXzZ".indexOf(text.charAt(digits)) >= 0) {
            boolean alone = digits + 1 >= text.length() || !isWord(text.charAt(digits + 1));
            at += alone ? 2 : 0;
            return alone;
        }
        return false;
    }

    private Kind string() {
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + (at < text.length() && text.charAt(at) == '"' ? 1 : 0), text.length());
        return Kind.STRING;
    }

    private Kind escaped() {
        at++;
        int start = at;
        skip(c -> !isSpace(c));
        return at == start ? Kind.JUNK : Kind.WORD;
    }

    private Kind named(Kind kind) {
        at++;
        int start = at;
        skip(Lexer::isWord);
        return at == start ? Kind.MARK : kind;
    }

    private Kind directive() {
        int start = at + 1;
        if (named(Kind.MACRO) == Kind.MARK) {
            return Kind.JUNK;
        }
        var name = text.substring(start, at);
        if (LINE_DIRECTIVES.contains(name)) {
            skipLine();
            return Kind.DIRECTIVE;
        }
        if (NAME_DIRECTIVES.contains(name)) {
            skip(c -> c == ' ' || c == '\t');
            skip(Lexer::isWord);
            return Kind.DIRECTIVE;
        }
        return BARE_DIRECTIVES.contains(name) ? Kind.DIRECTIVE : Kind.MACRO;
    }

    /** A definition goes on after a backslash at the end of its line. */
    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            boolean continued = text.charAt(at) == '\\' && text.startsWith("\n", at + 1);
            boolean windows = text.startsWith("\\\r\n", at);
            at += windows ? 3 : continued ? 2 : 1;
        }
    }

    private Kind mark(char c) {
        if (text.startsWith("(*", at) && !emptyStar()) {
            int end = text.indexOf("*)", at + 2);
            if (end >= 0) {
                at = end + 2;
                return Kind.ATTRIBUTE;
            }
        }
        for (var mark : MARKS) {
            if (text.startsWith(mark, at)) {
                at += mark.length();
                return Kind.MARK;
            }
        }
        at++;
        return "()[]{}.,;:?=+-*/%<>!&|^~#@".indexOf(c) >= 0 ? Kind.MARK : Kind.JUNK;
    }

    /** The star of {@code @(*)} starts no attribute. */
    private boolean emptyStar() {
        int next = at + 2;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ')';
    }

    private void skipPast(String end, int from) {
        int found = text.indexOf(end, at + from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void skip(Test test) {
        while (at < text.length() && test.test(text.charAt(at))) {
            at++;
        }
    }

    @FunctionalInterface
    private interface Test {
        boolean test(char c);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBasedDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || "xXzZ?_".indexOf(c) >= 0;
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isWord(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
