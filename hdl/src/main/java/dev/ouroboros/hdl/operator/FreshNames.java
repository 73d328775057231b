package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names that stand nowhere in a file. */
final class FreshNames {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private final Set<String> taken;

    private FreshNames(Set<String> taken) {
        this.taken = taken;
    }

    static FreshNames of(SyntaxTree tree) {
        var taken = new HashSet<String>();
        var words = WORD.matcher(tree.source());
        while (words.find()) {
            taken.add(words.group());
        }
        return new FreshNames(taken);
    }

    /** Returns a supply for one rewriting; two supplies may give the same names. */
    FreshNames copy() {
        return new FreshNames(new HashSet<>(taken));
    }

    /** Returns {@code stem}, or the first of {@code stem_2}, {@code stem_3} ... that is free, and takes it. */
    String next(String stem) {
        var name = stem;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "_" + i;
        }
        return name;
    }
}
