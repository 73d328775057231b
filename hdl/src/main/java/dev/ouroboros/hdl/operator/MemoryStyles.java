package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a memory in a block RAM, or in registers. Synthesis decides by its size otherwise: a queue of a few words takes
 * registers and what chooses among them, though a block may be left over. Where a memory is read without a clock, there is no
 * block that could hold it, and synthesis says so.
 */
final class MemoryStyles implements Rewriting {
    private static final List<String> STYLES = List.of("block", "logic");

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Item.Declaration.class)
                .filter(declaration -> declaration.names().stream()
                        .anyMatch(name -> isMemory(design.scope().symbol(name.name()))))
                .filter(declaration -> !hasAttribute(design, declaration))
                .forEach(declaration -> {
                    for (var style : STYLES) {
                        all.add(List.of(
                                Edit.insert(declaration.span().start(), "(* ram_style = \"" + style + "\" *) ")));
                    }
                });
        return all;
    }

    private static boolean isMemory(Scope.@Nullable Symbol symbol) {
        return symbol != null && symbol.elements() > 0 && !symbol.port();
    }

    /** Who asked for a way to build has a reason. */
    private static boolean hasAttribute(Design design, Item.Declaration declaration) {
        return design.tree()
                .source()
                .substring(0, declaration.span().start())
                .stripTrailing()
                .endsWith("*)");
    }
}
