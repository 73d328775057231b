package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loop that counts up: {@code for (type variable = first; variable < bound; variable += step) body}.
 *
 * @param type as the loop declares its variable; null if the variable is declared outside
 * @param comparison {@code <} or {@code <=}
 * @param step a number or an expression
 */
record CountedLoop(
        Node node,
        @Nullable String type,
        String variable,
        String first,
        String comparison,
        String bound,
        String step,
        Node body) {
    private static final Set<String> UPWARDS = Set.of("<", "<=");

    /** Returns the counted loops of a source that the grammar understood completely, in the order of the text. */
    static Stream<CountedLoop> in(Source source) {
        return in(source, source.root());
    }

    static Stream<CountedLoop> in(Source source, Node node) {
        return node.all("for_statement").filter(Node::sound).flatMap(loop -> Stream.ofNullable(of(source, loop)));
    }

    /** Returns the loop a node is, or null if it does not count. */
    static @Nullable CountedLoop of(Source source, Node node) {
        if (!node.is("for_statement") || !node.sound()) {
            return null;
        }
        var start = node.child("initializer");
        var condition = node.child("condition");
        var update = node.child("update");
        var body = node.child("body");
        if (start == null
                || condition == null
                || update == null
                || body == null
                || !condition.is("binary_expression")) {
            return null;
        }
        String type = null;
        var assigned = start;
        if (start.is("declaration")) {
            var declarators = start.named().stream()
                    .filter(child -> child.is("init_declarator"))
                    .toList();
            long others =
                    start.children().stream().filter(child -> child.is(",")).count();
            if (declarators.size() != 1 || others != 0) {
                return null;
            }
            assigned = declarators.getFirst();
            type = source.text().substring(start.start(), assigned.start()).strip();
        }
        var variable = source.text(assigned, start.is("declaration") ? "declarator" : "left");
        var first = source.text(assigned, start.is("declaration") ? "value" : "right");
        var comparison = source.text(condition, "operator");
        var step = step(source, update, variable);
        boolean counts = !variable.isEmpty()
                && !first.isEmpty()
                && source.text(condition, "left").equals(variable)
                && UPWARDS.contains(comparison);
        return counts && step != null
                ? new CountedLoop(node, type, variable, first, comparison, source.text(condition, "right"), step, body)
                : null;
    }

    private static @Nullable String step(Source source, Node update, String variable) {
        if (update.is("update_expression")) {
            return source.text(update, "argument").equals(variable)
                            && source.text(update, "operator").equals("++")
                    ? "1"
                    : null;
        }
        return update.is("assignment_expression")
                        && source.text(update, "left").equals(variable)
                        && source.text(update, "operator").equals("+=")
                ? source.text(update, "right")
                : null;
    }

    /** Returns whether its body runs again and again with nothing around it that leaves or skips a round. */
    boolean runsThrough() {
        return body.all(
                        "break_statement",
                        "continue_statement",
                        "goto_statement",
                        "labeled_statement",
                        "return_statement")
                .findAny()
                .isEmpty();
    }

    /** Returns whether no loop stands inside it. */
    boolean innermost() {
        return body.all("for_statement", "while_statement", "do_statement")
                .findAny()
                .isEmpty();
    }

    /** Returns the statements of its body. */
    List<Node> statements() {
        return body.is("compound_statement") ? body.named() : List.of(body);
    }

    boolean unitStep() {
        return step.equals("1");
    }

    /** Returns a header of a loop over the same variable. */
    String header(String from, String to, String by) {
        var declared = type == null ? "" : type + " ";
        var update = by.equals("1") ? variable + "++" : variable + " += " + by;
        return "for (" + declared + variable + " = " + from + "; " + variable + " " + comparison + " " + to + "; "
                + update + ")";
    }

    String header() {
        return header(first, bound, step);
    }

    /** Returns the distance of {@code times} rounds as an expression. */
    String distance(int times) {
        return step.matches("\\d+")
                ? String.valueOf(times * Long.parseLong(step))
                : times == 1 ? "(" + step + ")" : times + " * (" + step + ")";
    }
}
