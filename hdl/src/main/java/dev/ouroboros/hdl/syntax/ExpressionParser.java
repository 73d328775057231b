package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Cursor.Misfit;
import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions by precedence (IEEE 1364-2005, table 5-4). */
final class ExpressionParser {
    /** Higher trees than this do not occur in designs, and would overflow the stack of whoever walks them. */
    private static final int MOST_HEIGHT = 400;

    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("~^", 4),
            Map.entry("^~", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("===", 6),
            Map.entry("!==", 6),
            Map.entry("==?", 6),
            Map.entry("!=?", 6),
            Map.entry("<", 7),
            Map.entry("<=", 7),
            Map.entry(">", 7),
            Map.entry(">=", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("<<<", 8),
            Map.entry(">>>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("**", 11));
    private static final Set<String> PREFIXES = Set.of("+", "-", "!", "~", "&", "~&", "|", "~|", "^", "~^", "^~");

    private final Cursor cursor;
    private int depth;
    /** Of the expression that was read last. */
    private int height;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Expression expression() throws Misfit {
        if (++depth > MOST_HEIGHT) {
            throw new Misfit();
        }
        int start = cursor.start();
        var condition = binary(1);
        if (cursor.skip("?")) {
            int highest = height;
            var whenTrue = expression();
            highest = Math.max(highest, height);
            cursor.expect(":");
            var whenFalse = expression();
            grow(Math.max(highest, height));
            condition = new Expression.Conditional(cursor.since(start), condition, whenTrue, whenFalse);
        }
        depth = Math.max(0, depth - 1);
        return condition;
    }

    /** Called where a statement or item begins: what went wrong before it counts no more. */
    void restart() {
        depth = 0;
    }

    private Expression binary(int lowest) throws Misfit {
        int start = cursor.start();
        var left = unary();
        while (true) {
            int precedence =
                    cursor.is(Kind.MARK) ? PRECEDENCE.getOrDefault(cursor.peek().text(), 0) : 0;
            if (precedence < lowest) {
                return left;
            }
            int highest = height;
            var operator = cursor.next().text();
            var right = binary(precedence + 1);
            grow(Math.max(highest, height));
            left = new Expression.Binary(cursor.since(start), operator, left, right);
        }
    }

    private Expression unary() throws Misfit {
        if (!cursor.is(Kind.MARK) || !PREFIXES.contains(cursor.peek().text())) {
            return primary();
        }
        if (++depth > MOST_HEIGHT) {
            throw new Misfit();
        }
        int start = cursor.start();
        var operator = cursor.next().text();
        var operand = unary();
        depth = Math.max(0, depth - 1);
        grow(height);
        return new Expression.Unary(cursor.since(start), operator, operand);
    }

    /** Reads what may stand on the left of an assignment, and more. */
    Expression primary() throws Misfit {
        int start = cursor.start();
        var base = atom();
        while (true) {
            int highest = height;
            if (cursor.is("'") && cursor.peek(1).is("(")) {
                cursor.next();
                cursor.next();
                var operand = expression();
                cursor.expect(")");
                grow(Math.max(highest, height));
                base = new Expression.Cast(cursor.since(start), base, operand);
            } else if (cursor.skip("[")) {
                base = selected(start, base);
                grow(Math.max(highest, height));
            } else if (cursor.skip(".")) {
                grow(highest);
                var member = cursor.expect(Kind.WORD);
                base = new Expression.Member(cursor.since(start), base, member);
            } else {
                return base;
            }
        }
    }

    private Expression selected(int start, Expression base) throws Misfit {
        var left = expression();
        int highest = height;
        if (cursor.skip("]")) {
            return new Expression.Select(cursor.since(start), base, left);
        }
        if (!cursor.is(":") && !cursor.is("+:") && !cursor.is("-:")) {
            throw new Misfit();
        }
        var operator = cursor.next().text();
        var right = expression();
        height = Math.max(highest, height);
        cursor.expect("]");
        return new Expression.Slice(cursor.since(start), base, operator, left, right);
    }

    private Expression atom() throws Misfit {
        int start = cursor.start();
        height = 1;
        var token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> {
                cursor.next();
                yield new Expression.Numeral(cursor.since(start), token.text());
            }
            case STRING -> {
                cursor.next();
                yield new Expression.Text(cursor.since(start), token.text());
            }
            case SYSTEM_NAME -> call(start, cursor.next().text());
            case MACRO -> {
                cursor.next();
                yield cursor.is("(") && cursor.start() == token.end()
                        ? call(start, token.text())
                        : new Expression.Macro(cursor.since(start), token.text());
            }
            case WORD -> name(start);
            case MARK -> grouped(start);
            case JUNK, END, SPACE, COMMENT, ATTRIBUTE, DIRECTIVE -> throw new Misfit();
        };
    }

    private Expression name(int start) throws Misfit {
        var word = cursor.peek().text();
        boolean cast = Keywords.CAST.contains(word) && cursor.peek(1).is("'");
        if (Keywords.isReserved(word) && !cast) {
            throw new Misfit();
        }
        var name = new StringBuilder(cursor.next().text());
        while (cursor.is("::") && cursor.peek(1).kind() == Kind.WORD) {
            name.append(cursor.next().text()).append(cursor.next().text());
        }
        return cursor.is("(")
                ? call(start, name.toString())
                : new Expression.Name(cursor.since(start), name.toString());
    }

    private Expression call(int start, String function) throws Misfit {
        var arguments = new ArrayList<Expression>();
        int highest = 1;
        if (cursor.skip("(") && !cursor.skip(")")) {
            arguments.addAll(list());
            highest = height;
            cursor.expect(")");
        }
        grow(highest);
        return new Expression.Call(cursor.since(start), function, List.copyOf(arguments));
    }

    private Expression grouped(int start) throws Misfit {
        if (cursor.skip("(")) {
            var inner = expression();
            cursor.expect(")");
            grow(height);
            return new Expression.Parenthesized(cursor.since(start), inner);
        }
        if (cursor.is("'") && cursor.peek(1).is("{")) {
            cursor.next();
            cursor.skipGroup();
            return new Expression.Opaque(cursor.since(start));
        }
        cursor.expect("{");
        var first = expression();
        int highest = height;
        if (cursor.skip("{")) {
            var parts = list();
            cursor.expect("}");
            cursor.expect("}");
            grow(Math.max(highest, height));
            return new Expression.Replication(cursor.since(start), first, parts);
        }
        var parts = new ArrayList<>(List.of(first));
        if (cursor.skip(",")) {
            parts.addAll(list());
        }
        cursor.expect("}");
        grow(Math.max(highest, height));
        return new Expression.Concatenation(cursor.since(start), List.copyOf(parts));
    }

    private List<Expression> list() throws Misfit {
        var all = new ArrayList<Expression>();
        int highest = 1;
        do {
            all.add(expression());
            highest = Math.max(highest, height);
        } while (cursor.skip(","));
        height = highest;
        return List.copyOf(all);
    }

    private void grow(int highest) throws Misfit {
        height = highest + 1;
        if (height > MOST_HEIGHT) {
            throw new Misfit();
        }
    }
}
