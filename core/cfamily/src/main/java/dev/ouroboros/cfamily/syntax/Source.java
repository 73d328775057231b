package dev.ouroboros.cfamily.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterC;

/**
 * A parsed text. Whatever the text is, it parses: what the grammar does not understand is a node that is not sound.
 *
 * @param root covers the whole text
 */
public record Source(String text, Dialect dialect, Node root) {

    /**
     * Parses a text.
     *
     * @param macros what the build defines, name to value: text that they switch off is as if it were blank
     */
    public static Source parse(String text, Dialect dialect, Map<String, String> macros) {
        var masked = Mask.of(Conditionals.mask(text, macros), dialect);
        try (var parser = new TSParser()) {
            parser.setLanguage(new TreeSitterC());
            try (var tree = parser.parseString(null, masked)) {
                return new Source(text, dialect, copy(tree.getRootNode(), null, null));
            }
        }
    }

    /** Returns the text of a node of this source. */
    public String text(Node node) {
        return text.substring(node.start(), node.end());
    }

    /** Returns the text of a child with this role; empty if there is none. */
    public String text(Node node, String role) {
        var child = node.child(role);
        return child == null ? "" : text(child);
    }

    /** Returns whether no directive of the preprocessor stands inside a node. */
    public boolean isPlain(Node node) {
        return text(node).lines().noneMatch(line -> line.stripLeading().startsWith("#"));
    }

    /** Returns the text of a node with other expressions in the place of some of its identifiers. */
    public String substituted(Node node, Map<String, String> expressions) {
        var edits = node.all("identifier")
                .filter(name -> expressions.containsKey(text(name)))
                .map(name -> new Edit(
                        name.start() - node.start(),
                        name.end() - node.start(),
                        expressions.getOrDefault(text(name), "")))
                .toList();
        return Edits.apply(text(node), edits);
    }

    /** Returns the blanks that the line of {@code offset} begins with. */
    public String indentation(int offset) {
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        int end = line;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    private static Node copy(TSNode node, @Nullable String field, @Nullable Node parent) {
        var copy = new Node(
                node.getType(),
                field,
                node.getStartByte(),
                node.getEndByte(),
                node.isNamed(),
                !node.hasError() && !node.isMissing(),
                parent);
        for (int i = 0; i < node.getChildCount(); i++) {
            copy(node.getChild(i), node.getFieldNameForChild(i), copy);
        }
        return copy;
    }
}
