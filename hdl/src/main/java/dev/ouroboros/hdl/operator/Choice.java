package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Span;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One of two values: {@code s ? a : b}, or {@code if (s) x = a; else x = b;}.
 *
 * @param before what stands before the value where both are replaced by one, and {@code after} what stands behind
 * @param width of what it is assigned to or, inside an expression, its own; 0 if unknown
 */
record Choice(
        Span span,
        Expression condition,
        Expression whenTrue,
        Expression whenFalse,
        String before,
        String after,
        int width) {

    /** Returns all of a design, in source order. */
    static List<Choice> of(Design design) {
        var all = new ArrayList<Choice>();
        design.all(Expression.Conditional.class).forEach(conditional -> {
            var shape = design.scope().shape(conditional);
            all.add(new Choice(
                    conditional.span(),
                    conditional.condition(),
                    conditional.whenTrue(),
                    conditional.whenFalse(),
                    "(",
                    ")",
                    shape == null ? 0 : shape.width()));
        });
        design.all(Statement.If.class).forEach(branches -> {
            var one = Expressions.only(branches.whenTrue());
            var other = Expressions.only(branches.whenFalse());
            if (one != null
                    && other != null
                    && one.operator().equals(other.operator())
                    && (one.operator().equals("=") || one.operator().equals("<="))
                    && design.text(one.target()).equals(design.text(other.target()))) {
                var shape = design.scope().shape(one.target());
                all.add(new Choice(
                        branches.span(),
                        branches.condition(),
                        one.value(),
                        other.value(),
                        design.text(one.target()) + " " + one.operator() + " ",
                        ";",
                        shape == null ? 0 : shape.width()));
            }
        });
        return List.copyOf(all);
    }

    Edit replaced(String value) {
        return new Edit(span, before + value + after);
    }
}
