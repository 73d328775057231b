package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Span;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a counter no more bits than the largest number it is set to or compared with needs. A guess: a counter may pass
 * that number, and only a proof tells.
 */
final class NarrowRegisters implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var item : design.module().items()) {
            if (item instanceof Item.Declaration declaration && isRegister(declaration.type())) {
                for (var name : declaration.names()) {
                    var edits = edits(design, declaration, name);
                    if (edits != null) {
                        all.add(edits);
                    }
                }
            }
        }
        return all;
    }

    private static boolean isRegister(Part.Type type) {
        boolean variable = type.is("reg") || type.is("logic") || type.is("int") || type.is("integer");
        return variable && !type.is("output") && type.packed().size() <= 1;
    }

    private static @Nullable List<Edit> edits(Design design, Item.Declaration declaration, Part.Declarator name) {
        var symbol = design.scope().symbol(name.name());
        if (symbol == null
                || symbol.port()
                || symbol.elements() > 0
                || name.value() != null
                || isSliced(design, name)
                || isLoopVariable(design, name)) {
            return null;
        }
        var largest = design.all(Node.class)
                .flatMap(node -> partners(node, name.name()))
                .map(design.scope()::value)
                .filter(Objects::nonNull)
                .mapToLong(value -> value)
                .max();
        if (largest.isEmpty() || largest.getAsLong() < 1) {
            return null;
        }
        int width = 64 - Long.numberOfLeadingZeros(largest.getAsLong());
        return width < symbol.shape().width() ? narrowed(design, declaration, name, width) : null;
    }

    /** What the register is compared with or set to. */
    private static Stream<Expression> partners(Node node, String name) {
        return switch (node) {
            case Expression.Binary binary
            when COMPARISONS.contains(binary.operator()) ->
                isName(binary.left(), name)
                        ? Stream.of(binary.right())
                        : isName(binary.right(), name) ? Stream.of(binary.left()) : Stream.of();
            case Statement.Assign assign when isName(assign.target(), name) -> Stream.of(assign.value());
            default -> Stream.of();
        };
    }

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private static boolean isName(Expression expression, String name) {
        return expression instanceof Expression.Name word && word.text().equals(name);
    }

    private static boolean isLoopVariable(Design design, Part.Declarator name) {
        return design.all(Part.LoopHead.class).anyMatch(head -> head.variable().equals(name.name()));
    }

    private static boolean isSliced(Design design, Part.Declarator name) {
        return design.all(Expression.class).anyMatch(expression -> switch (expression) {
            case Expression.Select select -> isName(select.base(), name.name());
            case Expression.Slice slice -> isName(slice.base(), name.name());
            default -> false;
        });
    }

    private static List<Edit> narrowed(Design design, Item.Declaration declaration, Part.Declarator name, int width) {
        var type = declaration.type();
        var dimension = "[" + (width - 1) + ":0]";
        if (declaration.names().size() == 1 && !type.packed().isEmpty()) {
            return List.of(new Edit(type.packed().getFirst().span(), dimension));
        }
        var sign = type.is("signed") ? "signed " : "";
        var own = "reg " + sign + dimension + " " + name.name() + ";";
        if (declaration.names().size() == 1) {
            return List.of(new Edit(declaration.span(), own));
        }
        int index = declaration.names().indexOf(name);
        boolean first = index == 0;
        var neighbour = declaration.names().get(first ? 1 : index - 1);
        var removed = first
                ? new Span(name.span().start(), neighbour.span().start())
                : new Span(neighbour.span().end(), name.span().end());
        int at = declaration.span().start();
        var source = design.tree().source();
        var indent = source.substring(source.lastIndexOf('\n', at - 1) + 1, at);
        return List.of(Edit.insert(at, own + "\n" + (indent.isBlank() ? indent : "")), new Edit(removed, ""));
    }
}
