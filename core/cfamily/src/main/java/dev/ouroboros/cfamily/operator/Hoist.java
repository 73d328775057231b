package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Computes before a loop what is the same in all its rounds. Compilers do so too, but not where a store might
 * change what is loaded.
 */
final class Hoist implements Rewrite {
    private static final String NAME = "hoisted";

    @Override
    public List<List<Edit>> of(Source source) {
        return source.root()
                .all("for_statement")
                .filter(loop -> loop.sound() && source.isPlain(loop) && loop.child("body") != null)
                .flatMap(loop -> hoists(source, loop))
                .toList();
    }

    private static Stream<List<Edit>> hoists(Source source, Node loop) {
        var changing = changing(source, loop);
        return Objects.requireNonNull(loop.child("body"))
                .all("binary_expression", "subscript_expression", "call_expression")
                .filter(node -> isInvariant(source, node, changing) && isValue(node))
                .filter(node -> node.parent() == null || !isInvariant(source, node.parent(), changing))
                .map(source::text)
                .filter(text -> text.length() > 3)
                .distinct()
                .map(text -> edits(source, loop, text));
    }

    private static List<Edit> edits(Source source, Node loop, String expression) {
        int number = 0;
        while (source.text().contains(NAME + number)) {
            number++;
        }
        var name = NAME + number;
        var margin = source.indentation(loop.start());
        var edits = new ArrayList<Edit>();
        edits.add(Edit.insert(
                Blocks.start(source, loop), "{ const __auto_type " + name + " = " + expression + ";\n" + margin));
        Objects.requireNonNull(loop.child("body"))
                .all("binary_expression", "subscript_expression", "call_expression")
                .filter(node -> source.text(node).equals(expression) && isValue(node))
                .forEach(node -> edits.add(Edit.replace(node, name)));
        edits.add(Edit.insert(loop.end(), " }"));
        return edits;
    }

    /** The names that the loop assigns to, its own variable included, or declares. */
    private static Set<String> changing(Source source, Node loop) {
        var names = new HashSet<>(Names.assigned(source, loop));
        names.addAll(Names.declared(source, loop, _ -> true));
        return names;
    }

    /** Whether nothing it names changes in the loop; a call counts as a function of its arguments. */
    private static boolean isInvariant(Source source, Node node, Set<String> changing) {
        return node.is("binary_expression", "subscript_expression", "call_expression", "parenthesized_expression")
                && node.all("identifier").findAny().isPresent()
                && node.all("identifier").noneMatch(name -> changing.contains(source.text(name)))
                && node.all("assignment_expression", "update_expression")
                        .findAny()
                        .isEmpty();
    }

    private static boolean isValue(Node node) {
        var parent = node.parent();
        boolean target = parent != null && parent.is("assignment_expression") && parent.child("left") == node;
        return !target
                && (parent == null || !parent.is("update_expression", "pointer_expression", "expression_statement"));
    }
}
