package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that folds a value into a scalar: {@code total += value}, {@code total = total * value}, {@code if (value >
 * total) total = value}.
 *
 * @param total the scalar
 * @param operator what folds: {@code + * & | ^}, or {@code >} for the greatest and {@code <} for the least
 * @param value the expression that is folded in
 */
record Reduction(Node statement, String total, String operator, Node value) {
    private static final Map<String, String> IDENTITIES = Map.of("+", "0", "*", "1", "|", "0", "^", "0", "&", "-1");

    /** Returns the reduction a statement is, or null if it is none. */
    static @Nullable Reduction of(Source source, Node statement) {
        if (statement.is("if_statement")) {
            return extremum(source, statement);
        }
        if (!statement.is("expression_statement") || statement.named().size() != 1) {
            return null;
        }
        var assignment = statement.named().getFirst();
        var left = assignment.child("left");
        var right = assignment.child("right");
        if (!assignment.is("assignment_expression") || left == null || right == null || !left.is("identifier")) {
            return null;
        }
        var total = source.text(left);
        var operator = source.text(assignment, "operator");
        if (operator.length() == 2 && IDENTITIES.containsKey(operator.substring(0, 1))) {
            return checked(source, new Reduction(statement, total, operator.substring(0, 1), right));
        }
        var first = right.child("left");
        var second = right.child("right");
        boolean spelledOut = operator.equals("=")
                && right.is("binary_expression")
                && first != null
                && source.text(first).equals(total)
                && IDENTITIES.containsKey(source.text(right, "operator"));
        return spelledOut && second != null
                ? checked(source, new Reduction(statement, total, source.text(right, "operator"), second))
                : null;
    }

    private static @Nullable Reduction extremum(Source source, Node statement) {
        var condition = statement.child("condition");
        var then = statement.child("consequence");
        if (condition == null || then == null || statement.child("alternative") != null) {
            return null;
        }
        var comparison = condition.named().getFirst();
        var body = then.is("compound_statement") && then.named().size() == 1
                ? then.named().getFirst()
                : then;
        if (!body.is("expression_statement") || body.named().isEmpty() || !comparison.is("binary_expression")) {
            return null;
        }
        var assignment = body.named().getFirst();
        var value = assignment.child("right");
        var total = source.text(assignment, "left");
        var operator = source.text(comparison, "operator").replace("=", "");
        if (value == null || !value.is("subscript_expression", "identifier")) {
            return null;
        }
        boolean matches = source.text(assignment, "operator").equals("=")
                && (operator.equals("<") || operator.equals(">"))
                && source.text(comparison, "left").equals(source.text(value))
                && source.text(comparison, "right").equals(total);
        return matches ? checked(source, new Reduction(statement, total, operator, value)) : null;
    }

    private static @Nullable Reduction checked(Source source, Reduction reduction) {
        boolean free = reduction
                .value
                .all("identifier")
                .noneMatch(name -> source.text(name).equals(reduction.total));
        boolean pure = reduction
                .value
                .all("assignment_expression", "update_expression")
                .findAny()
                .isEmpty();
        return free && pure ? reduction : null;
    }

    /** Returns what a further accumulator starts with. */
    String identity() {
        return IDENTITIES.getOrDefault(operator, total);
    }

    /** Returns the statement that folds {@code value} into {@code into}. */
    String fold(String into, String value) {
        return isExtremum()
                ? "if (" + value + " " + operator + " " + into + ") " + into + " = " + value + ";"
                : into + " " + operator + "= " + value + ";";
    }

    boolean isExtremum() {
        return operator.equals("<") || operator.equals(">");
    }
}
