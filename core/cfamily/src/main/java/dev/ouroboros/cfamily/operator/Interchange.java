package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Swaps two nested loops. If the inner one sums up into a scalar that is then stored, the element it is stored
 * to takes the place of the scalar first, so that the loops are nested perfectly.
 */
final class Interchange implements Rewrite {

    @Override
    public List<List<Edit>> of(Source source) {
        var changes = new ArrayList<List<Edit>>();
        CountedLoop.in(source).filter(loop -> source.isPlain(loop.node())).forEach(outer -> {
            var statements = outer.statements();
            var edit = statements.size() == 1
                    ? swapped(source, outer, statements.getFirst())
                    : statements.size() == 3 ? summedInPlace(source, outer, statements) : null;
            if (edit != null) {
                changes.add(List.of(edit));
            }
        });
        return changes;
    }

    private static @Nullable Edit swapped(Source source, CountedLoop outer, Node statement) {
        var inner = CountedLoop.of(source, statement);
        if (inner == null || mentions(source, inner.node(), "condition", outer) || declaresFrom(inner, outer)) {
            return null;
        }
        var margin = source.indentation(outer.node().start());
        return Blocks.replacement(
                source,
                outer.node(),
                inner.header() + " {\n" + margin + Blocks.INDENT + outer.header() + " "
                        + Blocks.braced(source, inner.body()) + "\n" + margin + "}");
    }

    /** {@code for j { T s = a; for k s += e; C[j] = s; }} becomes {@code for j C[j] = a; for k for j C[j] += e}. */
    private static @Nullable Edit summedInPlace(Source source, CountedLoop outer, List<Node> statements) {
        var inner = CountedLoop.of(source, statements.get(1));
        var total = initialized(source, statements.get(0));
        if (inner == null
                || total == null
                || inner.statements().size() != 1
                || mentions(source, inner.node(), "condition", outer)
                || declaresFrom(inner, outer)) {
            return null;
        }
        var reduction = Reduction.of(source, inner.statements().getFirst());
        var element = stored(source, statements.get(2), total.name());
        if (reduction == null
                || reduction.isExtremum()
                || element == null
                || !reduction.total().equals(total.name())) {
            return null;
        }
        var lines = List.of(
                outer.header() + " " + element + " = " + total.value() + ";",
                inner.header() + " {",
                Blocks.INDENT + outer.header() + " " + element + " " + reduction.operator() + "= "
                        + source.text(reduction.value()) + ";",
                "}");
        return Blocks.block(source, outer.node(), lines);
    }

    private record Initial(String name, String value) {}

    private static @Nullable Initial initialized(Source source, Node statement) {
        var declarators = statement.named().stream()
                .filter(child -> child.is("init_declarator"))
                .toList();
        if (!statement.is("declaration") || declarators.size() != 1) {
            return null;
        }
        return new Initial(
                source.text(declarators.getFirst(), "declarator"), source.text(declarators.getFirst(), "value"));
    }

    /** Returns the element that a statement stores {@code name} to, or null if it does something else. */
    private static @Nullable String stored(Source source, Node statement, String name) {
        if (!statement.is("expression_statement") || statement.named().isEmpty()) {
            return null;
        }
        var assignment = statement.named().getFirst();
        boolean plain = assignment.is("assignment_expression")
                && source.text(assignment, "operator").equals("=")
                && source.text(assignment, "right").equals(name);
        return plain ? source.text(assignment, "left") : null;
    }

    private static boolean mentions(Source source, Node loop, String role, CountedLoop outer) {
        var child = loop.child(role);
        return child != null
                && !source.substituted(child, Map.of(outer.variable(), "")).equals(source.text(child));
    }

    private static boolean declaresFrom(CountedLoop inner, CountedLoop outer) {
        return inner.first().matches(".*\\b" + outer.variable() + "\\b.*");
    }
}
