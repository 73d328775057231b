package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.regex.Pattern;

/** Puts lines of code in the place of a statement. */
final class Blocks {
    static final String INDENT = "  ";

    private static final Pattern HINT = Pattern.compile(
            "(?:^|[;{})\\s])(#\\s*pragma [^\\n]*\\n\\s*|__attribute__\\s*\\(\\([^;{}]*\\)\\)\\s*|[A-Z_][A-Z0-9_]*\\s+)$");

    private Blocks() {}

    /** Returns the edit that puts a block of these lines in the place of a statement; the braces are added. */
    static Edit block(Source source, Node statement, List<String> lines) {
        var margin = source.indentation(statement.start());
        var text = new StringBuilder("{\n");
        lines.forEach(line -> text.append(margin).append(INDENT).append(line).append('\n'));
        return replacement(source, statement, text.append(margin).append('}').toString());
    }

    /** Returns the edit that puts other code in the place of a loop; a hint that stood before the loop goes with it. */
    static Edit replacement(Source source, Node loop, String text) {
        return new Edit(start(source, loop), loop.end(), text);
    }

    /** Returns where a loop begins, with a pragma, an attribute or a macro for one of them right before it. */
    static int start(Source source, Node loop) {
        var hint = HINT.matcher(source.text().substring(0, loop.start()));
        return hint.find() ? hint.start(1) : loop.start();
    }

    /** Returns the text of a statement as one that may follow another: an expression keeps its semicolon. */
    static String braced(Source source, Node statement) {
        return statement.is("compound_statement") ? source.text(statement) : "{ " + source.text(statement) + " }";
    }
}
