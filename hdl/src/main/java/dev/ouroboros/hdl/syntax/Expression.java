package dev.ouroboros.hdl.syntax;

import java.util.ArrayList;
import java.util.List;

/** An expression (IEEE 1364-2005, annex A.8), also where it is assigned to. */
public sealed interface Expression extends Node {

    /** An identifier, with its scope if it has one: {@code a}, {@code \odd }, {@code pack::a}. */
    record Name(Span span, String text) implements Leaf {}

    /** A number as it is written. */
    record Numeral(Span span, String text) implements Leaf {}

    /** A string with its quotes. */
    record Text(Span span, String text) implements Leaf {}

    /** A macro's name, whose meaning only a preprocessor knows. */
    record Macro(Span span, String text) implements Leaf {}

    /** A prefix operator, reductions included. */
    record Unary(Span span, String operator, Expression operand) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Binary(Span span, String operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record Conditional(Span span, Expression condition, Expression whenTrue, Expression whenFalse)
            implements Expression {
        @Override
        public List<Node> children() {
            return List.of(condition, whenTrue, whenFalse);
        }
    }

    /** {@code (inner)}. */
    record Parenthesized(Span span, Expression inner) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(inner);
        }
    }

    /** <code>{a, b}</code>. */
    record Concatenation(Span span, List<Expression> parts) implements Expression {
        @Override
        public List<Node> children() {
            return List.copyOf(parts);
        }
    }

    /** <code>{count{a, b}}</code>. */
    record Replication(Span span, Expression count, List<Expression> parts) implements Expression {
        @Override
        public List<Node> children() {
            return list(count, parts);
        }
    }

    /** {@code base[index]}: a bit, or an element of an array. */
    record Select(Span span, Expression base, Expression index) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(base, index);
        }
    }

    /** {@code base[left:right]}, {@code base[left+:right]} or {@code base[left-:right]}. */
    record Slice(Span span, Expression base, String operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(base, left, right);
        }
    }

    /** {@code base.member}: a hierarchical name or a member of a structure. */
    record Member(Span span, Expression base, String member) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(base);
        }
    }

    /** {@code function(arguments)}, system functions included. */
    record Call(Span span, String function, List<Expression> arguments) implements Expression {
        @Override
        public List<Node> children() {
            return List.copyOf(arguments);
        }
    }

    /** {@code target'(operand)}, the target a size or a type. */
    record Cast(Span span, Expression target, Expression operand) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(target, operand);
        }
    }

    /** Something that stands where an expression should and is not understood. */
    record Opaque(Span span) implements Leaf {}

    /** An expression without parts. */
    sealed interface Leaf extends Expression {
        @Override
        default List<Node> children() {
            return List.of();
        }
    }

    private static List<Node> list(Node first, List<? extends Node> others) {
        var all = new ArrayList<Node>();
        all.add(first);
        all.addAll(others);
        return List.copyOf(all);
    }
}
