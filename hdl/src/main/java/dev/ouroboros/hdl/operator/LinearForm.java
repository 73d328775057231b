package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sum of operands times constants, as a ring knows it: what the bits of the result keep of it does not depend on the
 * order of additions.
 *
 * @param multiplies whether the source has a multiplication by a constant that is no power of two
 */
record LinearForm(Map<Operand, Long> coefficients, long constant, boolean multiplies) {
    private static final long MOST = 1L << 24;
    private static final int WIDEST = 24;

    /** Returns the form of an expression; null if it is not linear, or too large. */
    static @Nullable LinearForm of(Design design, Site site, Expression expression, boolean signed) {
        var reader = new Reader(design, site, signed);
        return reader.add(expression, 1)
                ? new LinearForm(reader.coefficients, reader.constant, reader.multiplies)
                : null;
    }

    private static final class Reader {
        private final Design design;
        private final Site site;
        private final boolean signed;
        private final Map<Operand, Long> coefficients = new LinkedHashMap<>();
        private long constant;
        private boolean multiplies;

        Reader(Design design, Site site, boolean signed) {
            this.design = design;
            this.site = site;
            this.signed = signed;
        }

        boolean add(Expression expression, long factor) {
            if (Math.abs(factor) > MOST) {
                return false;
            }
            var value = constant(expression);
            if (value != null) {
                constant += factor * value;
                return Math.abs(constant) <= MOST;
            }
            return switch (expression) {
                case Expression.Parenthesized parenthesized -> add(parenthesized.inner(), factor);
                case Expression.Unary unary when unary.operator().equals("-") -> add(unary.operand(), -factor);
                case Expression.Binary binary when isSum(binary) || isScaled(binary) -> binary(binary, factor);
                default -> addOperand(expression, factor);
            };
        }

        private static boolean isSum(Expression.Binary binary) {
            return binary.operator().equals("+") || binary.operator().equals("-");
        }

        private static boolean isScaled(Expression.Binary binary) {
            return binary.operator().equals("*")
                    || binary.operator().equals("<<")
                    || binary.operator().equals("<<<");
        }

        private boolean binary(Expression.Binary binary, long factor) {
            if (isSum(binary)) {
                return add(binary.left(), factor)
                        && add(binary.right(), binary.operator().equals("+") ? factor : -factor);
            }
            var right = constant(binary.right());
            if (!binary.operator().equals("*")) {
                return right != null && right >= 0 && right < 24 && add(binary.left(), factor << right);
            }
            var left = constant(binary.left());
            var scale = left == null ? right : left;
            if (scale == null || Math.abs(scale) > MOST) {
                return false;
            }
            multiplies |= Long.bitCount(Math.abs(scale)) > 1;
            return add(left == null ? binary.left() : binary.right(), factor * scale);
        }

        /** A negative number is a large one in unsigned arithmetic, and one beyond its size is another: both are left alone. */
        private @Nullable Long constant(Expression expression) {
            var value = design.scope().value(expression);
            if (value == null || (value < 0 && !signed)) {
                return null;
            }
            var shape = design.scope().shape(expression);
            boolean fits = shape == null
                    || shape.width() > 40
                    || (shape.signed()
                            ? value >= -(1L << (shape.width() - 1)) && value < 1L << (shape.width() - 1)
                            : value < 1L << shape.width());
            return fits ? value : null;
        }

        private boolean addOperand(Expression expression, long factor) {
            var operand = Operand.of(design, site, expression, signed);
            if (operand == null || operand.width() > WIDEST) {
                return false;
            }
            coefficients.merge(operand, factor, Long::sum);
            return true;
        }
    }
}
