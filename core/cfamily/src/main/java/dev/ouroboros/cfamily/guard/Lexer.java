package dev.ouroboros.cfamily.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits C or OpenCL C into tokens, comments and spliced lines removed. What could make a compiler see other tokens than this
 * does (trigraphs, digraphs, universal character names, control characters) is refused rather than understood.
 */
final class Lexer {
    private static final List<String> LONG_MARKS = List.of("##", "&&", "->", "[[");
    private static final List<String> DIGRAPHS = List.of("<:", ":>", "<%", "%>", "%:");

    private final String file;
    private final String text;
    private final int[] lines;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean startsLine = true;

    private Lexer(String file, Splice splice) {
        this.file = file;
        this.text = splice.text();
        this.lines = splice.lines();
    }

    /** Returns the tokens of a file. */
    static List<Token> tokens(String file, String source) throws Suspicion {
        for (int i = 0; i + 2 < source.length(); i++) {
            if (source.startsWith("??", i) && "=/'()!<>-".indexOf(source.charAt(i + 2)) >= 0) {
                int line = 1
                        + (int) source.substring(0, i)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                throw new Suspicion(file, line, "a trigraph; write the character itself");
            }
        }
        var lexer = new Lexer(file, Splice.of(source));
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws Suspicion {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                startsLine = true;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                skipBlockComment();
            } else {
                token(c);
            }
        }
    }

    private void skipBlockComment() throws Suspicion {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw suspicion("a comment without an end");
        }
        at = end + 2;
    }

    private void token(char c) throws Suspicion {
        int start = at;
        if (isWord(c) && !isDigit(c)) {
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            add(Token.Kind.WORD, start);
        } else if (isDigit(c) || (c == '.' && start + 1 < text.length() && isDigit(text.charAt(start + 1)))) {
            number();
            add(Token.Kind.NUMBER, start);
        } else if (c == '"' || c == '\'') {
            quoted(c);
            add(Token.Kind.QUOTED, start);
        } else if (c > ' ' && c < 127 && c != '\\') {
            mark(start);
        } else {
            throw suspicion(String.format("the character U+%04X outside of a comment", (int) c));
        }
    }

    /** A preprocessing number (C99, 6.4.8), which is longer than what a number may be. */
    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) >= 0;
            if (!isWord(c) && c != '.' && !sign) {
                return;
            }
            at++;
        }
    }

    private void quoted(char quote) throws Suspicion {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw suspicion("a quote without an end");
        }
        at++;
    }

    private void mark(int start) throws Suspicion {
        for (String digraph : DIGRAPHS) {
            if (text.startsWith(digraph, start)) {
                throw suspicion("the digraph " + digraph + "; write the character itself");
            }
        }
        at += LONG_MARKS.stream().anyMatch(mark -> text.startsWith(mark, start)) ? 2 : 1;
        add(Token.Kind.MARK, start);
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), lines[start], startsLine));
        startsLine = false;
    }

    private Suspicion suspicion(String what) {
        return new Suspicion(file, lines[Math.min(at, lines.length - 1)], what);
    }

    private static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
