package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a counter only as far as it matters: {@code n < C} becomes {@code n != C}, {@code n >= C} becomes {@code n == C},
 * and {@code n == C} for the highest power of two that fits becomes a look at one bit. A guess: right if the counter never
 * passes the constant, which only a proof tells.
 */
final class LooseComparisons implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Expression.Binary.class).forEach(binary -> {
            var text = loose(design, binary);
            if (text != null) {
                all.add(List.of(new Edit(binary.span(), text)));
            }
        });
        return all;
    }

    private static @Nullable String loose(Design design, Expression.Binary binary) {
        if (!(binary.left() instanceof Expression.Name name) || design.scope().symbol(name.text()) == null) {
            return null;
        }
        var shape = design.scope().shape(name);
        var bound = design.scope().value(binary.right());
        if (shape == null || shape.signed() || shape.width() < 2 || shape.width() > 32 || bound == null) {
            return null;
        }
        boolean top = bound == 1L << (shape.width() - 1);
        var bit = name.text() + "[" + (shape.width() - 1) + "]";
        return switch (binary.operator()) {
            case "<" -> name.text() + " != " + design.text(binary.right());
            case ">=" -> name.text() + " == " + design.text(binary.right());
            case "==" -> top ? bit : null;
            case "!=" -> top ? "!" + bit : null;
            default -> null;
        };
    }
}
