package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several rewritings ask of expressions and statements. */
final class Expressions {
    private Expressions() {}

    /** Returns the expression without parentheses around it. */
    static Expression bare(Expression expression) {
        return expression instanceof Expression.Parenthesized parenthesized ? bare(parenthesized.inner()) : expression;
    }

    /** Returns the one assignment that a branch is; null if it is anything else. */
    static Statement.@Nullable Assign only(@Nullable Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> assign;
            case Statement.Block block
            when block.label() == null && block.body().size() == 1 ->
                only(block.body().getFirst());
            case null, default -> null;
        };
    }

    /** Returns the operands of a chain of one operator, in order. */
    static List<Expression> chain(Expression expression, String operator) {
        var operands = new ArrayList<Expression>();
        collect(bare(expression), operator, operands);
        return List.copyOf(operands);
    }

    private static void collect(Expression expression, String operator, List<Expression> operands) {
        if (expression instanceof Expression.Binary binary && binary.operator().equals(operator)) {
            collect(bare(binary.left()), operator, operands);
            collect(bare(binary.right()), operator, operands);
        } else {
            operands.add(expression);
        }
    }
}
