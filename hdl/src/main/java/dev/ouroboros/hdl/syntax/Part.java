package dev.ouroboros.hdl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of an item or statement that is neither by itself. */
public sealed interface Part extends Node {

    /** {@code [left:right]}, or {@code [left]} when {@code right} is null. */
    record Dimension(Span span, Expression left, @Nullable Expression right) implements Part {
        @Override
        public List<Node> children() {
            return right == null ? List.of(left) : List.of(left, right);
        }
    }

    /**
     * The type before the names of a declaration.
     *
     * @param words all keywords and type names in order, such as {@code output reg signed}
     * @param packed the dimensions before the name
     * @param members of an enumeration, with their values where they have one
     */
    record Type(Span span, List<String> words, List<Dimension> packed, List<Declarator> members) implements Part {
        @Override
        public List<Node> children() {
            var all = new ArrayList<Node>(packed);
            all.addAll(members);
            all.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
            return List.copyOf(all);
        }

        public boolean is(String word) {
            return words.contains(word);
        }
    }

    /** {@code name [unpacked] = value}. */
    record Declarator(
            Span span,
            String name,
            List<Dimension> unpacked,
            @Nullable Expression value) implements Part {
        @Override
        public List<Node> children() {
            var all = new ArrayList<Node>(unpacked);
            if (value != null) {
                all.add(value);
            }
            return List.copyOf(all);
        }
    }

    /** {@code target = value} in a continuous assignment. */
    record Wiring(Span span, Expression target, Expression value) implements Part {
        @Override
        public List<Node> children() {
            return List.of(target, value);
        }
    }

    /** {@code posedge signal}; the edge is empty for a level. */
    record Trigger(Span span, String edge, Expression signal) implements Part {
        @Override
        public List<Node> children() {
            return List.of(signal);
        }
    }

    /** One alternative of a case statement; the default has no labels. */
    record Arm(Span span, List<Expression> labels, Statement body) implements Part {
        @Override
        public List<Node> children() {
            var all = new ArrayList<Node>(labels);
            all.add(body);
            return List.copyOf(all);
        }
    }

    /** {@code (variable = initial; condition; step)}; what the step does is {@code variable = next}. */
    record LoopHead(Span span, String variable, Expression initial, Expression condition, Expression next)
            implements Part {
        @Override
        public List<Node> children() {
            return List.of(initial, condition, next);
        }
    }

    /** {@code .port(signal)}, {@code signal} alone with an empty port, or {@code .port} with a null signal. */
    record Connection(Span span, String port, @Nullable Expression signal) implements Part {
        @Override
        public List<Node> children() {
            return signal == null ? List.of() : List.of(signal);
        }
    }
}
