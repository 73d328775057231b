package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sizes of expressions by themselves (IEEE 1364-2005, 5.4.1 and 5.5). */
record Shapes(Scope scope) {

    @Nullable
    Shape shape(Expression expression) {
        return switch (expression) {
            case Expression.Numeral numeral -> Literals.shape(numeral.text());
            case Expression.Name name -> name(name.text());
            case Expression.Parenthesized parenthesized -> shape(parenthesized.inner());
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional conditional -> both(conditional.whenTrue(), conditional.whenFalse());
            case Expression.Select select -> select(select);
            case Expression.Slice slice -> slice(slice);
            case Expression.Concatenation concatenation -> sum(concatenation.parts(), 1);
            case Expression.Replication replication -> {
                var count = scope.value(replication.count());
                yield count == null || count < 1 || count > 4096 ? null : sum(replication.parts(), count);
            }
            case Expression.Call call -> call(call);
            case Expression.Member _, Expression.Cast _, Expression.Text _, Expression.Macro _, Expression.Opaque _ ->
                null;
        };
    }

    private @Nullable Shape name(String text) {
        var symbol = scope.symbol(text);
        if (symbol == null) {
            return scope.constantShape(text);
        }
        return symbol.elements() == 0 ? symbol.shape() : null;
    }

    private @Nullable Shape unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case "+", "-", "~" -> shape(unary.operand());
            default -> Shape.BIT;
        };
    }

    private @Nullable Shape binary(Expression.Binary binary) {
        return switch (binary.operator()) {
            case "+", "-", "*", "/", "%", "&", "|", "^", "~^", "^~" -> both(binary.left(), binary.right());
            case "<<", ">>", "<<<", ">>>", "**" -> shape(binary.left());
            default -> Shape.BIT;
        };
    }

    private @Nullable Shape both(Expression left, Expression right) {
        var one = shape(left);
        var other = shape(right);
        return one == null || other == null ? null : one.with(other);
    }

    private @Nullable Shape select(Expression.Select select) {
        if (!(select.base() instanceof Expression.Name name)) {
            return null;
        }
        var symbol = scope.symbol(name.text());
        if (symbol == null || symbol.elements() > 1) {
            return null;
        }
        return symbol.elements() == 1 ? symbol.shape() : Shape.BIT;
    }

    private @Nullable Shape slice(Expression.Slice slice) {
        var right = scope.value(slice.right());
        if (right == null) {
            return null;
        }
        if (!slice.operator().equals(":")) {
            return right < 1 || right > 4096 ? null : Shape.unsigned(right.intValue());
        }
        var left = scope.value(slice.left());
        return left == null || left < right || left - right > 4096 ? null : Shape.unsigned((int) (left - right + 1));
    }

    private @Nullable Shape sum(List<Expression> parts, long times) {
        long width = 0;
        for (var part : parts) {
            var shape = shape(part);
            if (shape == null) {
                return null;
            }
            width += shape.width() * times;
        }
        return width < 1 || width > 65_536 ? null : Shape.unsigned((int) width);
    }

    private @Nullable Shape call(Expression.Call call) {
        if (call.arguments().size() != 1) {
            return null;
        }
        var shape = shape(call.arguments().getFirst());
        return switch (call.function()) {
            case "$signed" -> shape == null ? null : new Shape(shape.width(), true);
            case "$unsigned" -> shape == null ? null : new Shape(shape.width(), false);
            default -> null;
        };
    }
}
