package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Cursor.Misfit;
import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads procedural statements. A statement it cannot read becomes opaque up to its semicolon. */
final class StatementParser {
    private static final int MOST_DEPTH = 300;
    private static final Set<String> ASSIGNMENTS =
            Set.of("=", "<=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "<<<=", ">>>=");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final DeclarationParser declarations;
    private int depth;

    StatementParser(Cursor cursor, ExpressionParser expressions, DeclarationParser declarations) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.declarations = declarations;
    }

    Statement statement() {
        int start = cursor.start();
        int mark = cursor.mark();
        depth++;
        try {
            expressions.restart();
            if (depth <= MOST_DEPTH) {
                return known(start);
            }
        } catch (Misfit misfit) {
            cursor.reset(mark);
        } finally {
            depth--;
        }
        cursor.skipToSemicolon();
        return new Statement.Opaque(cursor.since(start));
    }

    /** Reads statements up to a word, and steps over neither it nor an end of something larger. */
    List<Statement> until(String... ends) {
        var body = new ArrayList<Statement>();
        while (!cursor.atEnd() && !cursor.is("endmodule") && !cursor.is("endfunction") && !isOneOf(ends)) {
            int mark = cursor.mark();
            body.add(statement());
            cursor.advanceFrom(mark);
        }
        return List.copyOf(body);
    }

    private boolean isOneOf(String... words) {
        for (var word : words) {
            if (cursor.is(word)) {
                return true;
            }
        }
        return false;
    }

    private Statement known(int start) throws Misfit {
        if (cursor.skip(";")) {
            return new Statement.Empty(cursor.since(start));
        }
        if (!cursor.is(Kind.WORD)) {
            return cursor.is("#") || cursor.is("@") ? waiting(start) : assign(start);
        }
        return switch (cursor.peek().text()) {
            case "begin" -> block(start);
            case "unique", "unique0", "priority" -> {
                cursor.next();
                yield known(start);
            }
            case "if" -> conditional(start);
            case "case", "casez", "casex" -> selection(start);
            case "for" -> loop(start);
            case "while", "repeat", "wait" -> {
                cursor.next();
                cursor.skipGroup();
                statement();
                yield new Statement.Opaque(cursor.since(start));
            }
            case "forever" -> {
                cursor.next();
                statement();
                yield new Statement.Opaque(cursor.since(start));
            }
            case "fork" -> {
                cursor.next();
                until("join", "join_any", "join_none");
                cursor.next();
                yield new Statement.Opaque(cursor.since(start));
            }
            default -> {
                if (!declarations.startsHere()) {
                    yield assign(start);
                }
                var declaration = declarations.declaration();
                yield new Statement.Local(declaration.span(), declaration);
            }
        };
    }

    private Statement waiting(int start) {
        cursor.next();
        cursor.skipGroup();
        statement();
        return new Statement.Opaque(cursor.since(start));
    }

    private Statement block(int start) throws Misfit {
        cursor.next();
        @Nullable String label = cursor.skip(":") ? cursor.expect(Kind.WORD) : null;
        var body = until("end");
        closing("end");
        return new Statement.Block(cursor.since(start), label, body);
    }

    private Statement conditional(int start) throws Misfit {
        cursor.next();
        cursor.expect("(");
        var condition = expressions.expression();
        cursor.expect(")");
        var whenTrue = statement();
        @Nullable Statement whenFalse = cursor.skip("else") ? statement() : null;
        return new Statement.If(cursor.since(start), condition, whenTrue, whenFalse);
    }

    private Statement selection(int start) throws Misfit {
        var keyword = cursor.next().text();
        cursor.expect("(");
        var subject = expressions.expression();
        cursor.expect(")");
        var arms = new ArrayList<Part.Arm>();
        while (!cursor.atEnd() && !cursor.is("endcase") && !cursor.is("endmodule")) {
            int mark = cursor.mark();
            arms.add(arm());
            cursor.advanceFrom(mark);
        }
        closing("endcase");
        return new Statement.Case(cursor.since(start), keyword, subject, List.copyOf(arms));
    }

    private Part.Arm arm() {
        int start = cursor.start();
        int mark = cursor.mark();
        List<Expression> labels;
        try {
            expressions.restart();
            labels = labels();
        } catch (Misfit misfit) {
            cursor.reset(mark);
            labels = List.of();
        }
        var body = statement();
        return new Part.Arm(cursor.since(start), labels, body);
    }

    private List<Expression> labels() throws Misfit {
        var labels = new ArrayList<Expression>();
        if (cursor.skip("default")) {
            cursor.skip(":");
            return List.of();
        }
        do {
            labels.add(expressions.expression());
        } while (cursor.skip(","));
        cursor.expect(":");
        return List.copyOf(labels);
    }

    /**
     * Steps over the end of a block. A missing one is no misfit: to go back over a body that was read would take time
     * that doubles with each level of nesting.
     */
    private void closing(String end) {
        if (cursor.skip(end)) {
            cursor.skipLabel();
        }
    }

    private Statement loop(int start) throws Misfit {
        cursor.next();
        var head = declarations.loopHead();
        var body = statement();
        return new Statement.For(cursor.since(start), head, body);
    }

    private Statement assign(int start) throws Misfit {
        var target = expressions.primary();
        if (!cursor.is(Kind.MARK) || !ASSIGNMENTS.contains(cursor.peek().text())) {
            throw new Misfit();
        }
        var operator = cursor.next().text();
        if (cursor.skip("#")) {
            expressions.primary();
        }
        var value = expressions.expression();
        cursor.expect(";");
        return new Statement.Assign(cursor.since(start), target, operator, value);
    }
}
