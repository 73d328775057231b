package dev.ouroboros.cfamily.guard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the source of a kernel for what only an attack needs: assembly, files, compiler internals, code outside of the kernel.
 *
 * <p>It judges the tokens of the file, macros and unused branches included, and what macros could
 * compose of them. So a word that is not there before preprocessing is not there after it either.
 */
public final class SourceGuard {
    /** Read where they stand; composed by a macro they would not be. */
    private static final Set<String> READ_IN_PLACE = Set.of("__attribute__", "__attribute");

    private final Dialect dialect;
    private final String file;
    private final List<Token> tokens;

    private SourceGuard(Dialect dialect, String file, List<Token> tokens) {
        this.dialect = dialect;
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Reads one file.
     *
     * @throws Suspicion at the first thing it refuses, with file, line and reason
     */
    public static void check(Dialect dialect, String file, String source) throws Suspicion {
        var guard = new SourceGuard(dialect, file, Lexer.tokens(file, source));
        for (int i = 0; i < guard.tokens.size(); i++) {
            guard.check(i);
        }
        guard.checkPasting();
    }

    private void check(int i) throws Suspicion {
        Token token = tokens.get(i);
        switch (token.kind()) {
            case WORD -> checkWord(i, token);
            case MARK -> checkMark(i, token);
            case QUOTED, NUMBER -> {}
        }
    }

    private void checkWord(int i, Token token) throws Suspicion {
        String word = token.text();
        if (dialect.words().contains(word)) {
            throw suspicion(token, "'" + word + "'");
        }
        if (dialect.internals().stream().anyMatch(word::startsWith)
                && !dialect.builtIns().contains(word)) {
            throw suspicion(token, "'" + word + "', which is the compiler's own");
        }
        if (READ_IN_PLACE.contains(word)) {
            checkAttributes(i + 1);
        }
    }

    private void checkMark(int i, Token token) throws Suspicion {
        if (token.is("[[")) {
            throw suspicion(token, "'[['; write attributes as __attribute__((...))");
        }
        if (token.is("#") && token.startsLine()) {
            checkDirective(i);
        }
    }

    private void checkPasting() throws Suspicion {
        Token pasting =
                tokens.stream().filter(token -> token.is("##")).findFirst().orElse(null);
        if (pasting == null) {
            return;
        }
        Set<String> pieces = new TreeSet<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER) {
                pieces.add(token.text());
            }
        }
        pieces.removeAll(READ_IN_PLACE);
        Set<String> refused = new TreeSet<>(dialect.words());
        refused.addAll(READ_IN_PLACE);
        String composable = new Pasting(pieces).composable(refused, dialect.internals());
        if (composable != null) {
            throw suspicion(
                    pasting,
                    "'##' in a file whose words could be joined to '" + composable
                            + "'. Maybe spell the words out under #if, or rename a short variable");
        }
    }

    private void checkDirective(int i) throws Suspicion {
        if (endsLine(i)) {
            return;
        }
        Token name = tokens.get(i + 1);
        if (!dialect.directives().contains(name.text())) {
            throw suspicion(name, "#" + name.text());
        }
        if (name.is("pragma")) {
            checkPragma(i + 1);
        }
        if (name.is("include")) {
            checkInclude(i + 1);
        }
        if ((name.is("define") || name.is("undef")) && !endsLine(i + 1)) {
            String macro = tokens.get(i + 2).text();
            if (dialect.attributes().contains(macro) || macro.startsWith("__")) {
                throw suspicion(name, "a macro named " + macro + ", which means something to this guard");
            }
        }
    }

    private void checkPragma(int i) throws Suspicion {
        String text = rest(i);
        if (!dialect.pragma().test(text)) {
            throw suspicion(tokens.get(i), "#pragma " + text);
        }
    }

    private void checkInclude(int i) throws Suspicion {
        String header = rest(i).replace(" ", "");
        String name = header.length() > 2 ? header.substring(1, header.length() - 1) : "";
        if (!header.startsWith("<") || !dialect.headers().contains(name)) {
            throw suspicion(tokens.get(i), "#include " + header + "; known are " + new TreeSet<>(dialect.headers()));
        }
    }

    /** Every name between {@code ((} and {@code ))} must be known; what stands in the parentheses of a name is its own. */
    private void checkAttributes(int i) throws Suspicion {
        if (i + 1 >= tokens.size()
                || !tokens.get(i).is("(")
                || !tokens.get(i + 1).is("(")) {
            throw suspicion(tokens.get(i - 1), "an attribute that is not written as __attribute__((...))");
        }
        int depth = 2;
        for (int j = i + 2; j < tokens.size() && depth > 0; j++) {
            Token token = tokens.get(j);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            } else if (depth == 2 && !token.is(",") && !dialect.attributes().contains(plain(token.text()))) {
                throw suspicion(
                        token, "the attribute " + token.text() + "; known are " + new TreeSet<>(dialect.attributes()));
            }
        }
    }

    private static String plain(String attribute) {
        return attribute.length() > 4 && attribute.startsWith("__") && attribute.endsWith("__")
                ? attribute.substring(2, attribute.length() - 2)
                : attribute;
    }

    private boolean endsLine(int i) {
        return i + 1 >= tokens.size() || tokens.get(i + 1).startsLine();
    }

    private String rest(int i) {
        var text = new StringBuilder();
        for (int j = i; !endsLine(j); j++) {
            text.append(tokens.get(j + 1).text()).append(' ');
        }
        return text.toString().strip();
    }

    private Suspicion suspicion(Token token, String what) {
        return new Suspicion(file, token.line(), what);
    }
}
