package dev.ouroboros.hdl.syntax;

import java.util.List;

/** Writes tokens in the order in which the tree owns them. */
final class Printer {
    private final List<Token> tokens;
    private final StringBuilder text = new StringBuilder();
    private int next;

    Printer(List<Token> tokens) {
        this.tokens = tokens;
    }

    void write(Node node) {
        ownUntil(node.span().start());
        node.children().forEach(this::write);
        ownUntil(node.span().end());
    }

    String finish() {
        ownUntil(Integer.MAX_VALUE);
        return text.toString();
    }

    private void ownUntil(int offset) {
        while (next < tokens.size() && tokens.get(next).end() <= offset) {
            text.append(tokens.get(next++).text());
        }
    }
}
