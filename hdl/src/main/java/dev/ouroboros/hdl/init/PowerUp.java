package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a design says what its registers hold when it starts. */
final class PowerUp {
    private PowerUp() {}

    /** Returns whether every register has an initial value, with its declaration or from an initial block. */
    static boolean isDefined(Collection<Item.Module> modules) {
        return modules.stream().allMatch(PowerUp::isDefined);
    }

    private static boolean isDefined(Item.Module module) {
        Set<String> registers = below(module, Item.Always.class)
                .filter(Item.Always::isClocked)
                .flatMap(PowerUp::targets)
                .collect(Collectors.toSet());
        Stream<String> declared = below(module, Item.Declaration.class)
                .flatMap(declaration -> declaration.names().stream())
                .filter(name -> name.value() != null)
                .map(Part.Declarator::name);
        Stream<String> assigned = below(module, Item.Initial.class).flatMap(PowerUp::targets);
        return Stream.concat(declared, assigned).collect(Collectors.toSet()).containsAll(registers);
    }

    private static Stream<String> targets(Node block) {
        return below(block, Statement.Assign.class).flatMap(assignment -> names(assignment.target()));
    }

    private static Stream<String> names(Expression target) {
        return switch (target) {
            case Expression.Name name -> Stream.of(name.text());
            case Expression.Select select -> names(select.base());
            case Expression.Slice slice -> names(slice.base());
            case Expression.Member member -> names(member.base());
            case Expression.Parenthesized parenthesized -> names(parenthesized.inner());
            case Expression.Concatenation concatenation ->
                concatenation.parts().stream().flatMap(PowerUp::names);
            default -> Stream.of("");
        };
    }

    private static <T extends Node> Stream<T> below(Node node, Class<T> kind) {
        return SyntaxTree.walk(node).filter(kind::isInstance).map(kind::cast);
    }
}
