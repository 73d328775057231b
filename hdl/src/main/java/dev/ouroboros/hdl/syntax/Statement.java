package dev.ouroboros.hdl.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A procedural statement (IEEE 1364-2005, annex A.6). Spans include the semicolon. */
public sealed interface Statement extends Node {

    /** {@code begin ... end}. */
    record Block(Span span, @Nullable String label, List<Statement> body) implements Statement {
        @Override
        public List<Node> children() {
            return List.copyOf(body);
        }
    }

    /** A declaration inside a block. */
    record Local(Span span, Item.Declaration declaration) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(declaration);
        }
    }

    record If(
            Span span,
            Expression condition,
            Statement whenTrue,
            @Nullable Statement whenFalse) implements Statement {
        @Override
        public List<Node> children() {
            return whenFalse == null ? List.of(condition, whenTrue) : List.of(condition, whenTrue, whenFalse);
        }
    }

    /**
     * A case statement.
     *
     * @param keyword {@code case}, {@code casez} or {@code casex}
     */
    record Case(Span span, String keyword, Expression subject, List<Part.Arm> arms) implements Statement {
        @Override
        public List<Node> children() {
            var all = new ArrayList<Node>();
            all.add(subject);
            all.addAll(arms);
            return List.copyOf(all);
        }
    }

    /** {@code for (initial; condition; step) body}. */
    record For(Span span, Part.LoopHead head, Statement body) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(head, body);
        }
    }

    /**
     * An assignment, blocking or not.
     *
     * @param operator {@code =}, {@code <=}, {@code +=} and so on
     */
    record Assign(Span span, Expression target, String operator, Expression value) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(target, value);
        }
    }

    /** A lone semicolon. */
    record Empty(Span span) implements Statement {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** Anything else: tasks, delays, waits, assertions. */
    record Opaque(Span span) implements Statement {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }
}
