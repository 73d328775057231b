package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes products with constants as shifts and additions that share what they can. Always equivalent: the sums are as wide
 * as their values, and the bits kept of a sum do not depend on the order of its terms.
 */
record ConstantProducts(Reach reach) implements Rewriting {

    /** What is rewritten at a time. */
    enum Reach {
        /** A whole sum, whose terms are added in a new order: saves most. */
        SUM,
        /** Each product of a sum by itself: the sum keeps its order, which makes a proof easy. */
        PRODUCT
    }

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var root : Arithmetic.roots(design)) {
            var nets = new Nets(design.names().copy(), "sum");
            var edits = new ArrayList<Edit>();
            switch (reach) {
                case SUM -> rewrite(design, root, root.expression(), nets, edits);
                case PRODUCT -> products(design, root, root.expression(), nets, edits);
            }
            if (!edits.isEmpty() && !nets.declarations().isEmpty()) {
                edits.add(root.site().declare(design, nets.declarations()));
                all.add(List.copyOf(edits));
            }
        }
        return all;
    }

    private static void rewrite(
            Design design, Arithmetic.Root root, Expression expression, Nets nets, List<Edit> edits) {
        var form = LinearForm.of(design, root.site(), expression, root.signed());
        if (form != null && form.multiplies()) {
            var text = ShiftAdd.build(form, nets);
            boolean whole = expression.equals(root.expression());
            edits.add(new Edit(expression.span(), whole ? text : "(" + text + ")"));
        }
    }

    private static void products(
            Design design, Arithmetic.Root root, Expression expression, Nets nets, List<Edit> edits) {
        switch (expression) {
            case Expression.Parenthesized parenthesized -> products(design, root, parenthesized.inner(), nets, edits);
            case Expression.Unary unary
            when unary.operator().equals("-") -> products(design, root, unary.operand(), nets, edits);
            case Expression.Binary binary
            when binary.operator().equals("*") -> rewrite(design, root, binary, nets, edits);
            case Expression.Binary binary
            when binary.operator().equals("+") || binary.operator().equals("-") -> {
                products(design, root, binary.left(), nets, edits);
                products(design, root, binary.right(), nets, edits);
            }
            default -> {}
        }
    }
}
