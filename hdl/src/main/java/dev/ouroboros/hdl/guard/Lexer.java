package dev.ouroboros.hdl.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Verilog into tokens (IEEE 1800-2017, clause 5), comments included, since tools obey some. What could make tools see
 * other tokens than this does is refused rather than understood.
 */
final class Lexer {
    private static final List<String> LONG_MARKS = List.of("===", "!==", "==?", "!=?", "(*", "*)", "==", "!=");

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Returns the tokens of a file. */
    static List<Token> tokens(String file, String source) throws Suspicion {
        var lexer = new Lexer(file, source);
        while (lexer.at < source.length()) {
            lexer.next(source.charAt(lexer.at));
        }
        return lexer.tokens;
    }

    private void next(char c) throws Suspicion {
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r' || c == '\f') {
            advance(at + 1);
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            add(Token.Kind.COMMENT, end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new Suspicion(file, line, "a comment without an end");
            }
            add(Token.Kind.COMMENT, end + 2);
        } else if (c == '"') {
            string();
        } else if (c == '\\') {
            escapedName();
        } else if (c == '`') {
            add(Token.Kind.DIRECTIVE, endOfWord(at + 1));
        } else if (c == '$') {
            add(Token.Kind.SYSTEM, endOfWord(at + 1));
        } else if (isWord(c)) {
            add(Token.Kind.WORD, endOfWord(at));
        } else if (c > ' ' && c < 127) {
            String mark = LONG_MARKS.stream()
                    .filter(known -> text.startsWith(known, at))
                    .findFirst()
                    .orElse(String.valueOf(c));
            add(Token.Kind.MARK, at + mark.length());
        } else {
            throw new Suspicion(file, line, String.format("the character U+%04X outside of a comment", (int) c));
        }
    }

    private void string() throws Suspicion {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) != '"') {
            throw new Suspicion(file, line, "a string without an end");
        }
        add(Token.Kind.STRING, end + 1);
    }

    /** An escaped name goes on to the next white space; a backslash elsewhere ends a line of a macro. */
    private void escapedName() throws Suspicion {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        if (end == at + 1 && !text.startsWith("\\\n", at) && !text.startsWith("\\\r\n", at)) {
            throw new Suspicion(file, line, "a backslash that neither begins a name nor ends a line");
        }
        add(end == at + 1 ? Token.Kind.MARK : Token.Kind.WORD, end);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), line));
        advance(end);
    }

    private void advance(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = end;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
