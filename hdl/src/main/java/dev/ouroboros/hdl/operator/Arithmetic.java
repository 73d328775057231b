package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Where arithmetic starts in what is assigned: the roots of its sums and products. */
final class Arithmetic {

    /**
     * A calculation whose operands take size and sign of the whole expression it is part of.
     *
     * @param signed whether all of that is signed
     */
    record Root(Site site, Expression expression, boolean signed) {}

    private Arithmetic() {}

    /** Returns the outermost calculations of the design; those in the branches of a choice each by itself. */
    static List<Root> roots(Design design) {
        var roots = new ArrayList<Root>();
        for (var site : Site.of(design)) {
            var shape = design.scope().shape(site.value());
            if (shape != null) {
                collect(site, site.value(), shape.signed(), roots);
            }
        }
        return List.copyOf(roots);
    }

    private static void collect(Site site, Expression expression, boolean signed, List<Root> roots) {
        switch (expression) {
            case Expression.Parenthesized parenthesized -> collect(site, parenthesized.inner(), signed, roots);
            case Expression.Conditional conditional -> {
                collect(site, conditional.whenTrue(), signed, roots);
                collect(site, conditional.whenFalse(), signed, roots);
            }
            case Expression.Binary binary
            when isArithmetic(binary.operator()) -> roots.add(new Root(site, binary, signed));
            case Expression.Unary unary when unary.operator().equals("-") -> roots.add(new Root(site, unary, signed));
            default -> {}
        }
    }

    private static boolean isArithmetic(String operator) {
        return operator.equals("+") || operator.equals("-") || operator.equals("*");
    }
}
