package dev.ouroboros.hdl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a file, a module or a generate block (IEEE 1364-2005, annex A.1). */
public sealed interface Item extends Node {

    /**
     * A module.
     *
     * @param header parameters and ports as the header declares them; a port that it only names is a declaration with an
     *     empty type
     * @param body span from after the header's semicolon to before {@code endmodule}
     */
    record Module(Span span, String name, List<Declaration> header, Span body, List<Item> items) implements Item {
        @Override
        public List<Node> children() {
            return join(header, items);
        }
    }

    /** Nets, variables, ports, parameters: one type, several names. */
    record Declaration(Span span, Part.Type type, List<Part.Declarator> names) implements Item {
        @Override
        public List<Node> children() {
            return join(List.of(type), names);
        }
    }

    /** {@code typedef type name;}. */
    record Typedef(Span span, Part.Type type, Part.Declarator name) implements Item {
        @Override
        public List<Node> children() {
            return List.of(type, name);
        }
    }

    /** {@code assign a = b, c = d;}. */
    record Assignment(Span span, List<Part.Wiring> wirings) implements Item {
        @Override
        public List<Node> children() {
            return List.copyOf(wirings);
        }
    }

    /**
     * An always block.
     *
     * @param keyword {@code always}, {@code always_comb}, {@code always_ff} or {@code always_latch}
     * @param triggers the sensitivity list; empty for a star, for {@code always_comb}, and for none at all
     */
    record Always(Span span, String keyword, List<Part.Trigger> triggers, Statement body) implements Item {
        @Override
        public List<Node> children() {
            return join(triggers, List.of(body));
        }

        /** Returns whether it describes registers: it waits for an edge. */
        public boolean isClocked() {
            return triggers.stream().anyMatch(trigger -> !trigger.edge().isEmpty());
        }
    }

    record Initial(Span span, Statement body) implements Item {
        @Override
        public List<Node> children() {
            return List.of(body);
        }
    }

    /**
     * A function.
     *
     * @param type of the result
     * @param arguments declared in parentheses; older style declares them as locals of the body
     */
    record Function(Span span, Part.Type type, String name, List<Declaration> arguments, List<Statement> body)
            implements Item {
        @Override
        public List<Node> children() {
            var all = join(List.of(type), arguments);
            return join(all, body);
        }
    }

    /** {@code generate ... endgenerate}, or {@code begin : label ... end} below it. */
    record Region(Span span, @Nullable String label, List<Item> items) implements Item {
        @Override
        public List<Node> children() {
            return List.copyOf(items);
        }
    }

    record GenerateFor(Span span, Part.LoopHead head, Item body) implements Item {
        @Override
        public List<Node> children() {
            return List.of(head, body);
        }
    }

    record GenerateIf(
            Span span,
            Expression condition,
            Item whenTrue,
            @Nullable Item whenFalse) implements Item {
        @Override
        public List<Node> children() {
            return whenFalse == null ? List.of(condition, whenTrue) : List.of(condition, whenTrue, whenFalse);
        }
    }

    /** An instance of a module. */
    record Instance(
            Span span, String module, List<Part.Connection> parameters, String name, List<Part.Connection> ports)
            implements Item {
        @Override
        public List<Node> children() {
            return join(parameters, ports);
        }
    }

    /** Anything else. */
    record Opaque(Span span) implements Item {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    private static List<Node> join(List<? extends Node> first, List<? extends Node> second) {
        var all = new ArrayList<Node>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
