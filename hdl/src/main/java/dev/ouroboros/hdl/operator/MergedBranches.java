package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code if (c) n <= n + 1; else if (d) n <= n - 1;} as {@code if (c || d) n <= n + (c ? 1 : -1);}: one adder that
 * counts up or down instead of two with a choice behind them. Equivalent if no condition is undefined, which a proof tells.
 */
final class MergedBranches implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Statement.If.class).forEach(outer -> {
            if (bare(outer.whenFalse()) instanceof Statement.If inner && inner.whenFalse() == null) {
                var text = merged(design, outer, inner);
                if (text != null) {
                    all.add(List.of(new Edit(outer.span(), text)));
                }
            }
        });
        return all;
    }

    private static @Nullable String merged(Design design, Statement.If outer, Statement.If inner) {
        if (!(bare(outer.whenTrue()) instanceof Statement.Assign one)
                || !(bare(inner.whenTrue()) instanceof Statement.Assign other)
                || !one.operator().equals(other.operator())
                || !(one.target() instanceof Expression.Name target)
                || !design.text(other.target()).equals(target.text())) {
            return null;
        }
        var symbol = design.scope().symbol(target.text());
        var up = step(design, target.text(), one.value());
        var down = step(design, target.text(), other.value());
        if (symbol == null || symbol.elements() > 0 || up == null || down == null || up.equals(down)) {
            return null;
        }
        int width = symbol.shape().width();
        var first = "(" + design.text(outer.condition()) + ")";
        return "if (" + first + " || (" + design.text(inner.condition()) + ")) " + target.text() + " "
                + one.operator() + " " + target.text() + " + (" + first + " ? " + constant(up, width) + " : "
                + constant(down, width) + ");";
    }

    /** Returns what is added to the target, if that is all that is done. */
    private static @Nullable Long step(Design design, String target, Expression value) {
        if (value instanceof Expression.Binary binary
                && binary.left() instanceof Expression.Name name
                && name.text().equals(target)) {
            var constant = design.scope().value(binary.right());
            return switch (binary.operator()) {
                case "+" -> constant;
                case "-" -> constant == null ? null : Long.valueOf(-constant);
                default -> null;
            };
        }
        return null;
    }

    private static String constant(long value, int width) {
        var modulus = BigInteger.ONE.shiftLeft(width);
        return width + "'d" + BigInteger.valueOf(value).mod(modulus);
    }

    private static @Nullable Statement bare(@Nullable Statement statement) {
        return statement instanceof Statement.Block block
                        && block.label() == null
                        && block.body().size() == 1
                ? bare(block.body().getFirst())
                : statement;
    }
}
