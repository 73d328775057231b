package dev.ouroboros.hdl.task;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of a design never do otherwise: inputs that break it may be answered in any way.
 *
 * @param text a Verilog expression over ports of the top module, unsigned numbers all
 * @param ports that it names
 */
public record Assumption(String text, Set<String> ports) {
    public Assumption {
        ports = Set.copyOf(ports);
    }

    /** Returns what a text says, or null if it is no expression. */
    static @Nullable Assumption of(String text) {
        String expression = text.strip();
        var modules = SyntaxTree.parse("module m; assign w = " + expression + "\n; endmodule")
                .modules();
        if (modules.size() != 1 || modules.getFirst().items().size() != 1) {
            return null;
        }
        return modules.getFirst().items().getFirst() instanceof Item.Assignment assignment
                        && assignment.wirings().size() == 1
                        && assignment.wirings().getFirst().value().span().length() == expression.length()
                ? new Assumption(
                        expression, names(assignment.wirings().getFirst().value()))
                : null;
    }

    private static Set<String> names(Expression expression) {
        return SyntaxTree.walk(expression)
                .filter(Expression.Name.class::isInstance)
                .map(node -> ((Expression.Name) node).text())
                .collect(Collectors.toSet());
    }
}
