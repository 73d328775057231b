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
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which ports of a module are its clocks and resets, found in its always blocks and in those of the modules it uses. */
final class Clocking {
    /** Words that have "rst" in them by chance, such as "first", are none. */
    private static final Pattern RESET =
            Pattern.compile("(?i).*reset.*|(.*_)?(a|s|n|i|h|p|sys|core|clk)?(rst|clr|clear)[nbli]?[0-9]*(_.*)?");

    /**
     * A reset.
     *
     * @param high whether 1 resets
     * @param asynchronous whether blocks wait for its edge
     */
    record Reset(boolean high, boolean asynchronous) {}

    private final Sources sources;
    private final Map<String, Clocking> known;
    private final Map<String, String> clocks = new TreeMap<>();
    private final Map<String, Reset> resets = new TreeMap<>();

    private Clocking(Sources sources, Map<String, Clocking> known) {
        this.sources = sources;
        this.known = known;
    }

    static Clocking of(Sources sources) {
        return of(sources.top(), sources, new HashMap<>());
    }

    private static Clocking of(Item.Module module, Sources sources, Map<String, Clocking> known) {
        Clocking found = known.get(module.name());
        if (found == null) {
            found = new Clocking(sources, known);
            known.put(module.name(), found);
            found.look(module);
        }
        return found;
    }

    /** Returns the clocks, each with the place where a register first waits for it. */
    Map<String, String> clocks() {
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
                case Item.Always always when always.isClocked() -> block(module, always);
                case Item.Instance instance -> instance(instance);
                default -> {}
            }
        }
    }

    private void block(Item.Module module, Item.Always always) {
        List<Statement.If> choices = choices(always.body());
        for (Part.Trigger trigger : always.triggers()) {
            String signal = name(trigger.signal());
            boolean asked = !choices.isEmpty()
                    && signal != null
                    && signal.equals(name(choices.getFirst().condition()));
            if (signal != null && asked && always.triggers().size() > 1) {
                resets.put(signal, new Reset(trigger.edge().equals("posedge"), true));
            } else if (signal != null && !trigger.edge().isEmpty()) {
                clocks.putIfAbsent(signal, sources.at(module, trigger.span()));
            }
        }
        if (always.triggers().size() == 1) {
            choices.forEach(this::synchronous);
        }
    }

    private void synchronous(Statement.If choice) {
        String asked = name(choice.condition());
        if (asked != null && RESET.matcher(asked).matches()) {
            resets.putIfAbsent(asked, new Reset(!(choice.condition() instanceof Expression.Unary), false));
        }
    }

    private void instance(Item.Instance instance) {
        Item.Module used = sources.modules().get(instance.module());
        if (used == null) {
            return;
        }
        Clocking inner = of(used, sources, known);
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
            String place = inner.clocks.get(port);
            if (signal != null && place != null) {
                clocks.putIfAbsent(signal, place);
            }
            if (signal != null && reset != null) {
                boolean inverted = value instanceof Expression.Unary;
                resets.putIfAbsent(signal, new Reset(reset.high() != inverted, reset.asynchronous()));
            }
        }
    }

    /** What a block asks first, and next to it: some reset at the end. */
    private static List<Statement.If> choices(Statement statement) {
        return switch (statement) {
            case Statement.If choice -> List.of(choice);
            case Statement.Block block ->
                block.body().stream()
                        .filter(Statement.If.class::isInstance)
                        .map(Statement.If.class::cast)
                        .toList();
            default -> List.of();
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
