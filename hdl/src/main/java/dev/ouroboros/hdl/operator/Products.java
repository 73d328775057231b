package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a product of two variables as a sum of rows, each of them added or not as a bit of the multiplier says: an adder
 * with such a choice fits the logic cells of an FPGA with carry chains. Always equivalent. The size is at most 16 bits by 16.
 */
record Products(Shape shape) implements Rewriting {
    private static final int WIDEST = 16;

    /** How the rows are added. */
    enum Shape {
        /** Two rows at a time, then as a tree: fast. */
        PAIRS,
        /** One after the other: small. */
        ROWS
    }

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var root : Arithmetic.roots(design)) {
            SyntaxTree.walk(root.expression())
                    .filter(Expression.Binary.class::isInstance)
                    .map(Expression.Binary.class::cast)
                    .filter(binary -> binary.operator().equals("*") && inSums(root.expression(), binary))
                    .forEach(product -> {
                        var edits = edits(design, root, product);
                        if (edits != null) {
                            all.add(edits);
                        }
                    });
        }
        return all;
    }

    /** Only there the operands have the sign of the whole. */
    private static boolean inSums(Expression from, Expression.Binary product) {
        if (from.equals(product)) {
            return true;
        }
        return switch (from) {
            case Expression.Parenthesized parenthesized -> inSums(parenthesized.inner(), product);
            case Expression.Unary unary when unary.operator().equals("-") -> inSums(unary.operand(), product);
            case Expression.Binary binary
            when List.of("+", "-", "*").contains(binary.operator()) ->
                inSums(binary.left(), product) || inSums(binary.right(), product);
            default -> false;
        };
    }

    private @Nullable List<Edit> edits(Design design, Arithmetic.Root root, Expression.Binary product) {
        if (design.scope().value(product.left()) != null || design.scope().value(product.right()) != null) {
            return null;
        }
        var left = Operand.of(design, root.site(), product.left(), root.signed());
        var right = Operand.of(design, root.site(), product.right(), root.signed());
        if (left == null || right == null || Math.max(left.width(), right.width()) > WIDEST) {
            return null;
        }
        var multiplier = left.width() < right.width() ? left : right;
        if (multiplier.width() < 3) {
            return null;
        }
        var rows = new ProductRows(design.names().copy(), multiplier.equals(left) ? right : left, multiplier);
        var name = shape == Shape.PAIRS ? rows.pairs() : rows.rows();
        return List.of(root.site().declare(design, rows.declarations()), new Edit(product.span(), name));
    }
}
