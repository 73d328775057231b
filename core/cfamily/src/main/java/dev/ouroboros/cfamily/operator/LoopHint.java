package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;

/**
 * Puts a line in front of loops that tells the compiler what to do, or what it may assume.
 *
 * @param innermost only loops without another inside
 * @param hints the lines to choose from
 */
record LoopHint(boolean innermost, List<String> hints) implements Rewrite {

    /** Returns hints to unroll. */
    static LoopHint unroll(Dialect dialect) {
        var hint = dialect == Dialect.C ? "#pragma GCC unroll %d" : "__attribute__((opencl_unroll_hint(%d)))";
        return new LoopHint(
                false, List.of(2, 4, 8, 16).stream().map(hint::formatted).toList());
    }

    /** Returns a hint that the rounds of a loop do not depend on each other. */
    static LoopHint independent() {
        return new LoopHint(true, List.of("#pragma GCC ivdep"));
    }

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("for_statement", "while_statement")
                .filter(loop -> loop.sound() && (!innermost || isInnermost(loop)) && standsAlone(source, loop))
                .flatMap(loop -> hints.stream()
                        .map(hint ->
                                List.of(Edit.insert(loop.start(), hint + "\n" + source.indentation(loop.start())))))
                .toList();
    }

    private static boolean isInnermost(Node loop) {
        return loop.all("for_statement", "while_statement").count() == 1;
    }

    /** Whether the loop begins its line, and no hint, nor a macro that could be one, stands in the line above. */
    private static boolean standsAlone(Source source, Node loop) {
        int line = source.text().lastIndexOf('\n', loop.start() - 1) + 1;
        var above = source.text().substring(0, Math.max(0, line - 1));
        var previous = above.substring(above.lastIndexOf('\n') + 1).strip();
        return source.text().substring(line, loop.start()).isBlank()
                && !previous.startsWith("#pragma")
                && !previous.startsWith("__attribute__")
                && !previous.matches("[A-Z_][A-Z0-9_]*");
    }
}
