package dev.ouroboros.engine.testlayer;

/** Reads terms: {@code sum = product {"+" product}}, {@code product = factor {"*" factor}}, {@code factor = number | x | (sum)}. */
final class TermParser {
    private final String text;
    private int at;

    private TermParser(String text) {
        this.text = text;
    }

    /**
     * Reads a term.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    static Term parse(String text) {
        var parser = new TermParser(text.replaceAll("\\s+", ""));
        var term = parser.sum();
        if (parser.at < parser.text.length()) {
            throw parser.mistake();
        }
        return term;
    }

    private Term sum() {
        var term = product();
        while (skip('+')) {
            term = new Term.Sum(term, product());
        }
        return term;
    }

    private Term product() {
        var term = factor();
        while (skip('*')) {
            term = new Term.Product(term, factor());
        }
        return term;
    }

    private Term factor() {
        if (skip('x')) {
            return new Term.X();
        }
        if (skip('(')) {
            var inner = sum();
            if (!skip(')')) {
                throw mistake();
            }
            return inner;
        }
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start || at - start > 15) {
            throw mistake();
        }
        return new Term.Whole(Long.parseLong(text.substring(start, at)));
    }

    private boolean skip(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private IllegalArgumentException mistake() {
        return new IllegalArgumentException(
                "'" + text + "' is no term: expected a number, x, + , * or a bracket at " + (at + 1));
    }
}
