package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression that is assigned to something, outside of functions.
 *
 * @param item that it stands in: new nets are declared right before
 * @param local names that mean something else before the item: variables of its loops and those it assigns at once
 */
record Site(Item item, Expression target, Expression value, Set<String> local) {

    /** Returns all sites of a module before which nets can be declared. */
    static List<Site> of(Design design) {
        var sites = new ArrayList<Site>();
        collect(design, design.module().items(), sites);
        return List.copyOf(sites);
    }

    private static void collect(Design design, List<Item> items, List<Site> sites) {
        for (var item : items) {
            switch (item) {
                case Item.Region region -> collect(design, region.items(), sites);
                case Item.GenerateFor loop -> collect(design, blocks(loop.body()), sites);
                case Item.GenerateIf choice -> {
                    collect(design, blocks(choice.whenTrue()), sites);
                    if (choice.whenFalse() != null) {
                        collect(design, blocks(choice.whenFalse()), sites);
                    }
                }
                case Item.Assignment assignment ->
                    assignment
                            .wirings()
                            .forEach(wiring ->
                                    add(design, sites, new Site(item, wiring.target(), wiring.value(), Set.of())));
                case Item.Declaration declaration ->
                    declaration.names().forEach(name -> {
                        var value = name.value();
                        if (value != null && name.unpacked().isEmpty() && !isConstant(declaration)) {
                            var target = new Expression.Name(name.span(), name.name());
                            add(design, sites, new Site(item, target, value, Set.of()));
                        }
                    });
                case Item.Always always -> {
                    var local = local(always);
                    SyntaxTree.walk(always)
                            .filter(Statement.Assign.class::isInstance)
                            .map(Statement.Assign.class::cast)
                            .filter(assign -> assign.operator().equals("=")
                                    || assign.operator().equals("<="))
                            .forEach(assign ->
                                    add(design, sites, new Site(item, assign.target(), assign.value(), local)));
                }
                case Item.Module _,
                        Item.Typedef _,
                        Item.Initial _,
                        Item.Function _,
                        Item.Instance _,
                        Item.Opaque _ -> {}
            }
        }
    }

    private static boolean isConstant(Item.Declaration declaration) {
        return declaration.type().is("parameter")
                || declaration.type().is("localparam")
                || declaration.type().is("genvar");
    }

    /** A body without begin and end has no room for a declaration. */
    private static List<Item> blocks(Item body) {
        return switch (body) {
            case Item.Region region -> List.of(region);
            case Item.GenerateFor loop -> List.of(loop);
            case Item.GenerateIf choice -> List.of(choice);
            default -> List.of();
        };
    }

    /** An attribute in front would go to what is inserted. */
    private static void add(Design design, List<Site> sites, Site site) {
        var before =
                design.tree().source().substring(0, site.item().span().start()).stripTrailing();
        if (!before.endsWith("*)")) {
            sites.add(site);
        }
    }

    /** Returns the names that mean something else before an item than in it. */
    static Set<String> local(Item item) {
        var names = new HashSet<String>();
        SyntaxTree.walk(item).forEach(node -> {
            switch (node) {
                case Statement.Assign assign when assign.operator().equals("=") -> addNames(assign.target(), names);
                case Part.LoopHead head -> names.add(head.variable());
                case Statement.Local declared -> declared.declaration().names().forEach(name -> names.add(name.name()));
                default -> {}
            }
        });
        return Set.copyOf(names);
    }

    private static void addNames(Expression target, Set<String> names) {
        SyntaxTree.walk(target).forEach(node -> {
            if (node instanceof Expression.Name name) {
                names.add(name.text());
            }
        });
    }

    /** Returns whether the expression means the same before the item. */
    boolean canMove(Expression expression) {
        return SyntaxTree.walk(expression).noneMatch(node -> switch (node) {
            case Expression.Call call ->
                !call.function().equals("$signed") && !call.function().equals("$unsigned");
            case Expression.Name name -> local.contains(name.text());
            case Expression.Macro _, Expression.Opaque _, Expression.Member _ -> true;
            default -> false;
        });
    }

    /** Returns the edit that declares nets, one a line, before the item. */
    Edit declare(Design design, List<String> declarations) {
        int at = item.span().start();
        var source = design.tree().source();
        var indent = source.substring(source.lastIndexOf('\n', at - 1) + 1, at);
        var separator = indent.isBlank() ? "\n" + indent : " ";
        return Edit.insert(at, String.join(separator, declarations) + separator);
    }
}
