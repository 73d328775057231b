package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.List;

/** Walks over the tokens that are not trivia. */
final class Cursor {
    private final List<Token> tokens;
    private int at;
    private int lastEnd;

    Cursor(List<Token> all) {
        this.tokens = all.stream().filter(token -> !token.kind().isTrivia()).toList();
    }

    Token peek() {
        return peek(0);
    }

    /** Returns the token {@code ahead} places on; the END token from the end of the source on. */
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean is(String expected) {
        return peek().is(expected);
    }

    boolean is(Kind kind) {
        return peek().kind() == kind;
    }

    boolean atEnd() {
        return is(Kind.END);
    }

    Token next() {
        var token = peek();
        if (token.kind() != Kind.END) {
            at++;
            lastEnd = token.end();
        }
        return token;
    }

    /** Steps over the token if it is this one. */
    boolean skip(String expected) {
        if (is(expected)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String expected) throws Misfit {
        if (!skip(expected)) {
            throw new Misfit();
        }
    }

    String expect(Kind kind) throws Misfit {
        if (!is(kind)) {
            throw new Misfit();
        }
        return next().text();
    }

    /** Steps over a bracket and all to its counterpart; over one token if there is no bracket. */
    void skipGroup() {
        int open = 0;
        do {
            var token = next();
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open--;
            }
        } while (open > 0 && !atEnd());
    }

    /** Steps to behind the next semicolon outside of brackets, but not past a word that ends what is around. */
    void skipToSemicolon() {
        while (!atEnd() && !ends()) {
            if (skip(";")) {
                return;
            }
            skipGroup();
        }
    }

    private boolean ends() {
        if (!is(Kind.WORD)) {
            return false;
        }
        var word = peek().text();
        boolean end = word.startsWith("end") && Keywords.isReserved(word);
        return end || word.equals("else") || word.equals("join");
    }

    /** Steps over the {@code : name} that may repeat a label. */
    void skipLabel() {
        if (is(":") && peek(1).kind() == Kind.WORD) {
            next();
            next();
        }
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
        lastEnd = mark == 0 ? 0 : tokens.get(mark - 1).end();
    }

    /** Returns where the next token starts. */
    int start() {
        return peek().start();
    }

    /** Returns the span from an offset to the end of the last token stepped over; it is empty if there was none since. */
    Span since(int start) {
        return new Span(Math.min(start, lastEnd), lastEnd);
    }

    /** Steps over a token if there was none since the mark, so that a loop over what cannot be read ends. */
    void advanceFrom(int mark) {
        if (at == mark) {
            next();
        }
    }

    /** The source does not go on as the rule wants; caught by the nearest rule that can make an opaque node of it. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;

        Misfit() {
            super(null, null, false, false);
        }
    }
}
