package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;

/** Puts lines of code in the place of a statement. */
final class Blocks {
    static final String INDENT = "  ";

    private Blocks() {}

    /** Returns the edit that puts a block of these lines in the place of a statement; the braces are added. */
    static Edit block(Source source, Node statement, List<String> lines) {
        var margin = source.indentation(statement.start());
        var text = new StringBuilder("{\n");
        lines.forEach(line -> text.append(margin).append(INDENT).append(line).append('\n'));
        return Edit.replace(statement, text.append(margin).append('}').toString());
    }

    /** Returns the text of a statement as one that may follow another: an expression keeps its semicolon. */
    static String braced(Source source, Node statement) {
        return statement.is("compound_statement") ? source.text(statement) : "{ " + source.text(statement) + " }";
    }
}
