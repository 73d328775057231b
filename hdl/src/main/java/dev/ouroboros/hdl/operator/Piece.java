package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a module assigns and reads.
 *
 * @param assigned the module's signals that it assigns
 * @param own these, and what it declares itself
 */
record Piece(Item item, Node node, Set<String> assigned, Set<String> own) {
    /** Returns all names that it has, one as often as it stands there. */
    Stream<String> names() {
        return names(node);
    }

    /** Returns the pieces of a module, without registers that only delay; null if something in it is not understood. */
    static @Nullable List<Piece> of(Design design, List<Dataflow.Delay> delays) {
        var delayed = new HashSet<Item>();
        delays.forEach(delay -> delayed.add(delay.block()));
        var pieces = new ArrayList<Piece>();
        for (var item : design.module().items()) {
            if (delayed.contains(item)) {
                continue;
            }
            switch (item) {
                case Item.Assignment assignment ->
                    assignment.wirings().forEach(wiring -> {
                        var assigned = targets(wiring.target());
                        pieces.add(new Piece(item, wiring, assigned, assigned));
                    });
                case Item.Declaration declaration
                when declaration.type().is("wire") ->
                    declaration.names().stream()
                            .filter(name -> name.value() != null)
                            .forEach(name ->
                                    pieces.add(new Piece(item, name, Set.of(name.name()), Set.of(name.name()))));
                case Item.Always always -> {
                    var assigned = new HashSet<String>();
                    SyntaxTree.walk(always)
                            .filter(Statement.Assign.class::isInstance)
                            .forEach(assign -> assigned.addAll(targets(((Statement.Assign) assign).target())));
                    var own = new HashSet<>(assigned);
                    own.addAll(Site.local(always));
                    pieces.add(new Piece(item, item, assigned, own));
                }
                case Item.Declaration _, Item.Initial _, Item.Typedef _ -> {}
                case Item.Function function when isClosed(design, function) -> {}
                case Item.Function _,
                        Item.Region _,
                        Item.GenerateFor _,
                        Item.GenerateIf _,
                        Item.Instance _,
                        Item.Module _,
                        Item.Opaque _ -> {
                    return null;
                }
            }
        }
        return pieces.stream().noneMatch(piece -> piece.assigned().isEmpty()) ? pieces : null;
    }

    /** A function that looks at the module's signals would see them in another cycle. */
    private static boolean isClosed(Design design, Item.Function function) {
        var declared = new HashSet<String>();
        SyntaxTree.walk(function)
                .filter(Part.Declarator.class::isInstance)
                .forEach(name -> declared.add(((Part.Declarator) name).name()));
        declared.add(function.name());
        return SyntaxTree.walk(function)
                .filter(Expression.Name.class::isInstance)
                .map(name -> ((Expression.Name) name).text())
                .allMatch(name -> declared.contains(name) || design.scope().symbol(name) == null);
    }

    private static Set<String> targets(Expression target) {
        return switch (target) {
            case Expression.Name name -> Set.of(name.text());
            case Expression.Select select -> targets(select.base());
            case Expression.Slice slice -> targets(slice.base());
            case Expression.Concatenation concatenation -> {
                var all = new HashSet<String>();
                concatenation.parts().forEach(part -> all.addAll(targets(part)));
                yield all;
            }
            default -> Set.of();
        };
    }

    /** Joins what assigns the same, and what uses the same memory. */
    static List<List<Piece>> groups(Design design, List<Piece> pieces) {
        var groups = new ArrayList<List<Piece>>();
        var owned = new ArrayList<Set<String>>();
        for (var piece : pieces) {
            var keys = new HashSet<>(piece.assigned());
            piece.names().filter(name -> isMemory(design, name)).forEach(keys::add);
            var joined = new ArrayList<>(List.of(piece));
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (owned.get(i).stream().anyMatch(keys::contains)) {
                    joined.addAll(groups.remove(i));
                    keys.addAll(owned.remove(i));
                }
            }
            groups.add(joined);
            owned.add(keys);
        }
        return groups;
    }

    static boolean isMemory(Design design, String name) {
        var symbol = design.scope().symbol(name);
        return symbol != null && symbol.elements() > 0;
    }

    static Stream<String> names(Node node) {
        return SyntaxTree.walk(node)
                .filter(Expression.Name.class::isInstance)
                .map(name -> ((Expression.Name) name).text());
    }
}
