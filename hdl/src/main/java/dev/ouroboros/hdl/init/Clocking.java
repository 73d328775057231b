package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which ports of a module are its clocks and resets, found in its always blocks and in those of the modules it uses. */
final class Clocking {
    private static final Pattern RESET = Pattern.compile("(?i).*(rst|reset|clear|clr).*");

    /**
     * A reset.
     *
     * @param high whether 1 resets
     * @param asynchronous whether blocks wait for its edge
     */
    record Reset(boolean high, boolean asynchronous) {}

    private final Map<String, Item.Module> modules;
    private final Map<String, Clocking> known;
    private final Set<String> clocks = new TreeSet<>();
    private final Map<String, Reset> resets = new TreeMap<>();

    private Clocking(Map<String, Item.Module> modules, Map<String, Clocking> known) {
        this.modules = modules;
        this.known = known;
    }

    static Clocking of(Item.Module top, Map<String, Item.Module> modules) {
        return of(top, modules, new HashMap<>());
    }

    private static Clocking of(Item.Module module, Map<String, Item.Module> modules, Map<String, Clocking> known) {
        Clocking found = known.get(module.name());
        if (found == null) {
            found = new Clocking(modules, known);
            known.put(module.name(), found);
            found.look(module);
        }
        return found;
    }

    Set<String> clocks() {
        return clocks;
    }

    /** Returns the resets by name, those that look most like one first. */
    List<Map.Entry<String, Reset>> resets() {
        var all = new ArrayList<>(resets.entrySet());
        all.sort((a, b) -> Boolean.compare(
                RESET.matcher(b.getKey()).matches(), RESET.matcher(a.getKey()).matches()));
        return all;
    }

    private void look(Item.Module module) {
        var all = SyntaxTree.walk(module).toList();
        for (var node : all) {
            switch (node) {
                case Item.Always always when always.isClocked() -> block(always);
                case Item.Instance instance -> instance(instance);
                default -> {}
            }
        }
    }

    private void block(Item.Always always) {
        Statement.If first = first(always.body());
        String asked = first == null ? null : name(first.condition());
        for (Part.Trigger trigger : always.triggers()) {
            String signal = name(trigger.signal());
            if (signal != null && signal.equals(asked) && always.triggers().size() > 1) {
                resets.put(signal, new Reset(trigger.edge().equals("posedge"), true));
            } else if (signal != null && !trigger.edge().isEmpty()) {
                clocks.add(signal);
            }
        }
        if (first != null
                && asked != null
                && always.triggers().size() == 1
                && RESET.matcher(asked).matches()) {
            resets.putIfAbsent(asked, new Reset(!(first.condition() instanceof Expression.Unary), false));
        }
    }

    private void instance(Item.Instance instance) {
        Item.Module used = modules.get(instance.module());
        if (used == null) {
            return;
        }
        Clocking inner = of(used, modules, known);
        List<String> ports = used.header().stream()
                .filter(declaration -> !declaration.type().is("parameter")
                        && !declaration.type().is("localparam"))
                .flatMap(declaration -> declaration.names().stream())
                .map(Part.Declarator::name)
                .toList();
        for (int i = 0; i < instance.ports().size(); i++) {
            Part.Connection connection = instance.ports().get(i);
            String port = connection.port().isEmpty() && i < ports.size() ? ports.get(i) : connection.port();
            Expression value = connection.signal();
            String signal = value == null ? port : name(value);
            Reset reset = inner.resets.get(port);
            if (signal != null && inner.clocks.contains(port)) {
                clocks.add(signal);
            }
            if (signal != null && reset != null) {
                boolean inverted = value instanceof Expression.Unary;
                resets.putIfAbsent(signal, new Reset(reset.high() != inverted, reset.asynchronous()));
            }
        }
    }

    private static Statement.@Nullable If first(Statement statement) {
        return switch (statement) {
            case Statement.If choice -> choice;
            case Statement.Block block
            when !block.body().isEmpty() -> first(block.body().getFirst());
            default -> null;
        };
    }

    /** Returns the name in {@code a}, {@code !a}, {@code ~a} or {@code (a)}. */
    private static @Nullable String name(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.text();
            case Expression.Parenthesized parenthesized -> name(parenthesized.inner());
            case Expression.Unary unary
            when unary.operator().equals("!") || unary.operator().equals("~") -> name(unary.operand());
            default -> null;
        };
    }
}
