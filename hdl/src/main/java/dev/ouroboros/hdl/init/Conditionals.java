package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.init.Excerpt.Cut;
import dev.ouroboros.hdl.syntax.Lexer;
import dev.ouroboros.hdl.syntax.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides conditional compilation once and for all, as a synthesis tool would that defines {@code SYNTHESIS} and nothing else.
 * What files define counts for those that are read after them.
 */
final class Conditionals {
    private final Set<String> defined = new HashSet<>(Set.of("SYNTHESIS"));
    private final Set<String> asked = new TreeSet<>();

    /** Reads an included file before the rest of the file that includes it. */
    @FunctionalInterface
    interface Include {
        void read(String name) throws DraftException;
    }

    /**
     * One {@code `ifdef} that is open.
     *
     * @param outside whether what stands around it counts
     * @param taken whether one of its branches did
     * @param active whether what comes now does
     */
    private record Branch(int start, boolean outside, boolean taken, boolean active) {
        Branch next(boolean holds) {
            return new Branch(start, outside, taken || holds, outside && !taken && holds);
        }
    }

    /** Returns what does not depend on a condition any more. */
    Excerpt decide(String file, Excerpt source, Include include) throws DraftException {
        var cuts = new ArrayList<Cut>();
        Deque<Branch> open = new ArrayDeque<>();
        for (Token token : Lexer.tokens(source.text())) {
            String[] words = token.text().split("[\\s(]+", 3);
            String name = words.length > 1 ? words[1] : "";
            String directive = token.kind() == Token.Kind.DIRECTIVE ? words[0] : "";
            boolean active = open.isEmpty() || open.element().active();
            boolean conditional = true;
            switch (directive) {
                case "`ifdef", "`ifndef" -> {
                    boolean holds = isDefined(name) == directive.equals("`ifdef");
                    open.push(new Branch(token.start(), active, holds, active && holds));
                }
                case "`elsif" -> open.push(innermost(open, file, source, token).next(isDefined(name)));
                case "`else" -> open.push(innermost(open, file, source, token).next(true));
                case "`endif" -> innermost(open, file, source, token);
                default -> conditional = false;
            }
            if (conditional || !active) {
                cuts.add(new Cut(token.start(), token.end(), ""));
            } else {
                obey(directive, name, include);
            }
        }
        if (!open.isEmpty()) {
            throw new DraftException(at(file, source, open.element().start()) + ": a condition without `endif");
        }
        return source.without(cuts);
    }

    /** Returns the macros that were asked for and that nobody defines. */
    List<String> undefined() {
        return asked.stream().filter(name -> !defined.contains(name)).toList();
    }

    private void obey(String directive, String name, Include include) throws DraftException {
        switch (directive) {
            case "`define" -> defined.add(name);
            case "`undef" -> defined.remove(name);
            case "`include" -> include.read(name.replace("\"", ""));
            default -> {}
        }
    }

    private boolean isDefined(String name) {
        asked.add(name);
        return defined.contains(name);
    }

    private static Branch innermost(Deque<Branch> open, String file, Excerpt source, Token token)
            throws DraftException {
        if (open.isEmpty()) {
            throw new DraftException(at(file, source, token.start()) + ": " + token.text() + " without `ifdef");
        }
        return open.pop();
    }

    private static String at(String file, Excerpt source, int offset) {
        return file + ":"
                + (1
                        + source.text()
                                .substring(0, offset)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }
}
