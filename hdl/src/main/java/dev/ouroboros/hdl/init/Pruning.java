package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.guard.SourceGuard;
import dev.ouroboros.hdl.init.Excerpt.Cut;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Lexer;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import dev.ouroboros.hdl.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a design's files what its top module does not need, so that nobody improves it and it need not please the guard.
 *
 * @param texts by file name, which are changed
 * @param leftOut to which is added what was taken out
 */
record Pruning(Map<String, Excerpt> texts, Set<String> leftOut) {

    /** Keeps these modules. */
    void keep(Set<String> used) {
        texts.replaceAll((name, excerpt) -> withoutModules(excerpt, used));
        texts.replaceAll((name, excerpt) -> withoutIdleMacros(excerpt));
    }

    private Excerpt withoutModules(Excerpt excerpt, Set<String> used) {
        var cuts = new ArrayList<Cut>();
        for (Item.Module module : SyntaxTree.parse(excerpt.text()).modules()) {
            if (!used.contains(module.name())) {
                cuts.add(new Cut(module.span().start(), module.span().end(), ""));
                leftOut.add("the module " + module.name());
            }
        }
        return excerpt.without(cuts);
    }

    /** Macros that the guard has nothing against stay, used or not. */
    private Excerpt withoutIdleMacros(Excerpt excerpt) {
        var cuts = new ArrayList<Cut>();
        for (Token token : Lexer.tokens(excerpt.text())) {
            if (token.text().startsWith("`define") && !SourceGuard.allows(token.text()) && !isUsed(name(token))) {
                cuts.add(new Cut(token.start(), token.end(), ""));
                leftOut.add("the macro " + name(token));
            }
        }
        return excerpt.without(cuts);
    }

    private boolean isUsed(String macro) {
        var use = Pattern.compile("`" + Pattern.quote(macro) + "\\b");
        return texts.values().stream()
                .anyMatch(excerpt -> use.matcher(excerpt.text()).find());
    }

    private static String name(Token definition) {
        List<String> words = List.of(definition.text().split("[\\s(]+", 3));
        return words.size() > 1 ? words.get(1) : "";
    }
}
