package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Cursor.Misfit;
import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads types and declarations, in headers, bodies and blocks. */
final class DeclarationParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    DeclarationParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Returns whether a declaration starts here: with a keyword of types, or with a type's name before another. */
    boolean startsHere() {
        if (!cursor.is(Kind.WORD)) {
            return false;
        }
        var word = cursor.peek().text();
        return Keywords.TYPE.contains(word) || word.equals("enum") || word.equals("struct") || namesType();
    }

    /** {@code type name;}, {@code type name =}, {@code type [1:0] name}: what an instance or an assignment is not. */
    private boolean namesType() {
        if (!isPlainWord(0)) {
            return false;
        }
        int ahead = 1;
        while (cursor.peek(ahead).is("::") && isPlainWord(ahead + 1)) {
            ahead += 2;
        }
        while (cursor.peek(ahead).is("[")) {
            ahead = behindBrackets(ahead);
        }
        var after = cursor.peek(ahead + 1);
        return isPlainWord(ahead)
                && (after.is(";") || after.is("=") || after.is(",") || after.is("[") || after.is(")"));
    }

    private boolean isPlainWord(int ahead) {
        var token = cursor.peek(ahead);
        return token.kind() == Kind.WORD && !Keywords.isReserved(token.text());
    }

    private int behindBrackets(int ahead) {
        int open = 0;
        int at = ahead;
        do {
            open += cursor.peek(at).is("[") ? 1 : cursor.peek(at).is("]") ? -1 : 0;
            at++;
        } while (open > 0 && at - ahead < 100 && cursor.peek(at).kind() != Kind.END);
        return at;
    }

    /** Reads a declaration with its semicolon. */
    Item.Declaration declaration() throws Misfit {
        int start = cursor.start();
        var type = type();
        var names = new ArrayList<Part.Declarator>();
        do {
            names.add(declarator());
        } while (cursor.skip(","));
        cursor.expect(";");
        return new Item.Declaration(cursor.since(start), type, List.copyOf(names));
    }

    Item.Typedef typedef() throws Misfit {
        int start = cursor.start();
        cursor.expect("typedef");
        var type = type();
        var name = declarator();
        cursor.expect(";");
        return new Item.Typedef(cursor.since(start), type, name);
    }

    /**
     * Reads the list in parentheses of a header: parameters, ports, arguments of a function. A name without a type goes
     * with the type before it.
     */
    List<Item.Declaration> list() throws Misfit {
        cursor.expect("(");
        var all = new ArrayList<Item.Declaration>();
        while (!cursor.skip(")")) {
            int start = cursor.start();
            boolean typed = startsHere() || cursor.is("[");
            var type = type();
            var name = declarator();
            if (typed || all.isEmpty()) {
                all.add(new Item.Declaration(cursor.since(start), type, List.of(name)));
            } else {
                var last = all.removeLast();
                var names = new ArrayList<>(last.names());
                names.add(name);
                all.add(new Item.Declaration(cursor.since(last.span().start()), last.type(), List.copyOf(names)));
            }
            if (!cursor.skip(",") && !cursor.is(")")) {
                throw new Misfit();
            }
        }
        return List.copyOf(all);
    }

    Part.Type type() throws Misfit {
        int start = cursor.start();
        var words = new ArrayList<String>();
        var members = new ArrayList<Part.Declarator>();
        var packed = new ArrayList<Part.Dimension>();
        while (cursor.is(Kind.WORD) && Keywords.TYPE.contains(cursor.peek().text())) {
            words.add(cursor.next().text());
        }
        if (cursor.is("enum")) {
            words.add(cursor.next().text());
            while (cursor.is(Kind.WORD) && (Keywords.TYPE.contains(cursor.peek().text()) || isPlainWord(0))) {
                words.add(cursor.next().text());
            }
            dimensions(packed);
            members(members);
        } else if (cursor.is("struct") || cursor.is("union")) {
            while (cursor.is(Kind.WORD)) {
                words.add(cursor.next().text());
            }
            cursor.skipGroup();
        } else if (isPlainWord(0)
                && (cursor.peek(1).kind() == Kind.WORD || cursor.peek(1).is("::") || namesType())) {
            words.add(cursor.next().text());
            while (cursor.skip("::")) {
                words.add(cursor.expect(Kind.WORD));
            }
        }
        dimensions(packed);
        var span = words.isEmpty() && packed.isEmpty() ? new Span(start, start) : cursor.since(start);
        return new Part.Type(span, List.copyOf(words), List.copyOf(packed), List.copyOf(members));
    }

    private void members(List<Part.Declarator> members) throws Misfit {
        cursor.expect("{");
        do {
            members.add(declarator());
        } while (cursor.skip(","));
        cursor.expect("}");
    }

    private void dimensions(List<Part.Dimension> all) throws Misfit {
        while (cursor.is("[")) {
            int start = cursor.start();
            cursor.next();
            var left = expressions.expression();
            @Nullable Expression right = cursor.skip(":") ? expressions.expression() : null;
            cursor.expect("]");
            all.add(new Part.Dimension(cursor.since(start), left, right));
        }
    }

    private Part.Declarator declarator() throws Misfit {
        int start = cursor.start();
        if (!isPlainWord(0)) {
            throw new Misfit();
        }
        var name = cursor.next().text();
        var unpacked = new ArrayList<Part.Dimension>();
        dimensions(unpacked);
        @Nullable Expression value = cursor.skip("=") ? expressions.expression() : null;
        return new Part.Declarator(cursor.since(start), name, List.copyOf(unpacked), value);
    }

    /** Reads {@code (i = 0; i < n; i = i + 1)}; {@code i++} and {@code i += 1} read as what they mean. */
    Part.LoopHead loopHead() throws Misfit {
        cursor.expect("(");
        int start = cursor.start();
        while (cursor.is(Kind.WORD) && Keywords.TYPE.contains(cursor.peek().text())) {
            cursor.next();
        }
        var variable = cursor.expect(Kind.WORD);
        cursor.expect("=");
        var initial = expressions.expression();
        cursor.expect(";");
        var condition = expressions.expression();
        cursor.expect(";");
        var next = step();
        var span = cursor.since(start);
        cursor.expect(")");
        return new Part.LoopHead(span, variable, initial, condition, next);
    }

    private Expression step() throws Misfit {
        int start = cursor.start();
        if (cursor.is("++") || cursor.is("--")) {
            var operator = cursor.next().text();
            var operand = expressions.primary();
            return new Expression.Unary(cursor.since(start), operator, operand);
        }
        var variable = expressions.primary();
        if (cursor.is("++") || cursor.is("--")) {
            var operator = cursor.next().text();
            return new Expression.Unary(cursor.since(start), operator, variable);
        }
        if (cursor.skip("=")) {
            return expressions.expression();
        }
        if (!cursor.is("+=") && !cursor.is("-=")) {
            throw new Misfit();
        }
        var operator = cursor.next().text().substring(0, 1);
        var amount = expressions.expression();
        return new Expression.Binary(cursor.since(start), operator, variable, amount);
    }
}
