package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.guard.SourceGuard;
import dev.ouroboros.hdl.init.Excerpt.Cut;
import dev.ouroboros.hdl.syntax.Lexer;
import dev.ouroboros.hdl.syntax.Token;
import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out what no circuit is made of, or what only some tools obey: printing, delays, assertions, comments and attributes
 * for tools. What is left means the same to a simulator and to synthesis.
 */
final class Silencer {
    private static final Set<String> SPEECH = Set.of(
            "$display",
            "$write",
            "$monitor",
            "$strobe",
            "$info",
            "$warning",
            "$error",
            "$fatal",
            "$finish",
            "$stop",
            "$timeformat",
            "$dumpfile",
            "$dumpvars",
            "$fdisplay",
            "$fwrite",
            "$fflush",
            "$fclose");

    private static final Set<String> CHECKS = Set.of("assert", "assume", "cover", "restrict");

    /** What a statement or an assigned value can come after. */
    private static final Set<String> BEFORE_DELAY = Set.of("<=", "=", ";", ")", ":", "begin", "end", "else", "assign");

    private static final Pattern OFF = Pattern.compile("(\\w+\\s+)?(translate_off|synthesis_off)\\b.*");
    private static final Pattern ON = Pattern.compile("(\\w+\\s+)?(translate_on|synthesis_on)\\b.*");
    private static final Pattern NAME = Pattern.compile("(?:\\(\\*|,)\\s*([A-Za-z_][A-Za-z0-9_$]*)");
    private static final String NOTHING_DONE = "begin end";

    private final List<Token> tokens;
    private final Set<String> leftOut;
    private final List<Cut> cuts = new ArrayList<>();

    private Silencer(List<Token> tokens, Set<String> leftOut) {
        this.tokens = tokens;
        this.leftOut = leftOut;
    }

    /**
     * Returns the text without them.
     *
     * @param leftOut to which is added what was found
     */
    static Excerpt silence(Excerpt source, Set<String> leftOut) {
        var silencer = new Silencer(Lexer.tokens(source.text()), leftOut);
        silencer.look();
        return source.without(silencer.cuts);
    }

    private void look() {
        String before = ";";
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            int next = after(at, before);
            if (next == at) {
                before = token.kind().isTrivia() ? before : token.text();
                next++;
            } else if (!token.kind().isTrivia()) {
                before = tokens.get(next - 1).text();
            }
            at = next;
        }
    }

    /** Returns the token after what is left out here, which may be nothing. */
    private int after(int at, String before) {
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case COMMENT -> comment(at);
            case ATTRIBUTE -> attribute(at);
            case SYSTEM_NAME -> SPEECH.contains(token.text()) ? statement(at, NOTHING_DONE, token.text()) : at;
            case WORD -> CHECKS.contains(token.text()) ? check(at) : at;
            case MARK -> token.is("#") && BEFORE_DELAY.contains(before) ? delay(at) : at;
            case MACRO, NUMBER, STRING, SPACE, DIRECTIVE, JUNK, END -> at;
        };
    }

    private int comment(int at) {
        String text = tokens.get(at).text();
        String pragma = SourceGuard.pragma(text);
        if (pragma == null) {
            return at;
        }
        int end = at + 1;
        if (matches(text, OFF)) {
            while (end < tokens.size() && !isOn(tokens.get(end))) {
                end++;
            }
            end = Math.min(end + 1, tokens.size());
        }
        return cut(at, end, "", "comments for tools (" + pragma + ")");
    }

    private static boolean isOn(Token token) {
        return token.kind() == Kind.COMMENT && matches(token.text(), ON);
    }

    private static boolean matches(String comment, Pattern pattern) {
        return pattern.matcher(comment.substring(2).strip().toLowerCase(Locale.ROOT))
                .matches();
    }

    private int attribute(int at) {
        var names = NAME.matcher(tokens.get(at).text());
        while (names.find()) {
            if (!SourceGuard.allowsAttribute(names.group(1))) {
                return cut(at, at + 1, "", "the attribute " + names.group(1));
            }
        }
        return at;
    }

    /** An assertion; one of a property is no statement but an item. */
    private int check(int at) {
        Token next = tokens.get(significant(at + 1));
        if (next.is("property")) {
            return statement(at, "", "assertions");
        }
        return next.is("(") ? statement(at, NOTHING_DONE, "assertions") : at;
    }

    private int statement(int at, String instead, String what) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(";")) {
                return cut(at, i + 1, instead, what);
            }
        }
        return at;
    }

    private int delay(int at) {
        int value = significant(at + 1);
        Token token = tokens.get(value);
        int end = value + 1;
        if (token.is("(")) {
            for (int depth = 1; depth > 0 && end < tokens.size(); end++) {
                depth += tokens.get(end).is("(") ? 1 : tokens.get(end).is(")") ? -1 : 0;
            }
        } else if (token.kind() != Kind.NUMBER && token.kind() != Kind.WORD && token.kind() != Kind.MACRO) {
            return at;
        }
        return cut(at, end, "", "delays");
    }

    private int significant(int at) {
        int next = at;
        while (tokens.get(next).kind().isTrivia()) {
            next++;
        }
        return next;
    }

    private int cut(int at, int end, String instead, String what) {
        cuts.add(new Cut(tokens.get(at).start(), tokens.get(end - 1).end(), instead));
        leftOut.add(what);
        return end;
    }
}
