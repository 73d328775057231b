package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds registers that take a new value in every cycle, whatever happens: no reset and no initial value says where they must stand. */
final class DelayRegisters {
    private DelayRegisters() {}

    /** @param clock name of the clock */
    static List<Dataflow.Delay> of(Design design, String clock) {
        var declarations = new HashMap<String, Item.Declaration>();
        for (var item : design.module().items()) {
            if (item instanceof Item.Declaration declaration
                    && declaration.names().size() == 1) {
                var name = declaration.names().getFirst();
                var symbol = design.scope().symbol(name.name());
                boolean plain = name.value() == null && symbol != null && !symbol.port() && symbol.elements() == 0;
                if (plain && (declaration.type().is("reg") || declaration.type().is("logic"))) {
                    declarations.put(name.name(), declaration);
                }
            }
        }
        var found = new ArrayList<Dataflow.Delay>();
        for (var item : design.module().items()) {
            if (item instanceof Item.Always always
                    && always.triggers().size() == 1
                    && always.isClocked()
                    && always.triggers().getFirst().signal() instanceof Expression.Name name
                    && name.text().equals(clock)) {
                found.addAll(of(always, declarations));
            }
        }
        var driven = assignments(design);
        found.removeIf(delay -> driven.getOrDefault(delay.name(), 0) != 1);
        return List.copyOf(found);
    }

    /** All of a block, or nothing: then nothing of it is left. */
    private static List<Dataflow.Delay> of(Item.Always always, Map<String, Item.Declaration> declarations) {
        var statements = always.body() instanceof Statement.Block block && block.label() == null
                ? block.body()
                : List.of(always.body());
        var delays = new ArrayList<Dataflow.Delay>();
        for (var statement : statements) {
            if (!(statement instanceof Statement.Assign assign
                    && assign.operator().equals("<=")
                    && assign.target() instanceof Expression.Name name)) {
                return List.of();
            }
            var declaration = declarations.get(name.text());
            if (declaration == null) {
                return List.of();
            }
            delays.add(new Dataflow.Delay(always, declaration, assign, name.text()));
        }
        return delays;
    }

    private static Map<String, Integer> assignments(Design design) {
        var driven = new HashMap<String, Integer>();
        design.all(Statement.Assign.class)
                .flatMap(assign -> SyntaxTree.walk(assign.target()))
                .filter(Expression.Name.class::isInstance)
                .forEach(name -> driven.merge(((Expression.Name) name).text(), 1, Integer::sum));
        return driven;
    }
}
