package dev.ouroboros.hdl.syntax;

import dev.ouroboros.hdl.syntax.Cursor.Misfit;
import dev.ouroboros.hdl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands in files, modules and generate blocks. An item it cannot read becomes opaque. */
final class ItemParser {
    private static final int MOST_DEPTH = 200;

    /** What is skipped as a whole, with the word that ends it. */
    private static final Map<String, String> SKIPPED = Map.ofEntries(
            Map.entry("task", "endtask"),
            Map.entry("specify", "endspecify"),
            Map.entry("primitive", "endprimitive"),
            Map.entry("table", "endtable"),
            Map.entry("interface", "endinterface"),
            Map.entry("program", "endprogram"),
            Map.entry("class", "endclass"),
            Map.entry("property", "endproperty"),
            Map.entry("sequence", "endsequence"),
            Map.entry("case", "endcase"));

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final DeclarationParser declarations;
    private final StatementParser statements;
    private int depth;

    ItemParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.declarations = new DeclarationParser(cursor, expressions);
        this.statements = new StatementParser(cursor, expressions, declarations);
    }

    List<Item> file() {
        var items = new ArrayList<Item>();
        while (!cursor.atEnd()) {
            int mark = cursor.mark();
            items.add(item());
            cursor.advanceFrom(mark);
        }
        return items;
    }

    private Item item() {
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
        skip();
        return new Item.Opaque(cursor.since(start));
    }

    private void skip() {
        var end = SKIPPED.get(cursor.peek().text());
        if (end == null) {
            cursor.skipToSemicolon();
            return;
        }
        while (!cursor.atEnd() && !cursor.is("endmodule")) {
            if (cursor.skip(end)) {
                cursor.skipLabel();
                return;
            }
            cursor.next();
        }
    }

    private Item known(int start) throws Misfit {
        if (!cursor.is(Kind.WORD)) {
            throw new Misfit();
        }
        return switch (cursor.peek().text()) {
            case "module", "macromodule" -> module(start);
            case "package" -> {
                cursor.next();
                var name = cursor.expect(Kind.WORD);
                cursor.expect(";");
                yield region(start, name, "endpackage");
            }
            case "generate" -> {
                cursor.next();
                yield region(start, null, "endgenerate");
            }
            case "begin" -> {
                cursor.next();
                yield region(start, cursor.skip(":") ? cursor.expect(Kind.WORD) : null, "end");
            }
            case "for" -> {
                cursor.next();
                var head = declarations.loopHead();
                var body = item();
                yield new Item.GenerateFor(cursor.since(start), head, body);
            }
            case "if" -> conditional(start);
            case "typedef" -> declarations.typedef();
            case "assign" -> assignment(start);
            case "always", "always_comb", "always_ff", "always_latch" -> always(start);
            case "initial" -> {
                cursor.next();
                var body = statements.statement();
                yield new Item.Initial(cursor.since(start), body);
            }
            case "function" -> function(start);
            default -> declarations.startsHere() ? declarations.declaration() : instance(start);
        };
    }

    private Item region(int start, @Nullable String label, String end) {
        var items = until(end);
        closing(end);
        return new Item.Region(cursor.since(start), label, items);
    }

    /** As in {@link StatementParser}: a missing end is no misfit. */
    private void closing(String end) {
        if (cursor.skip(end)) {
            cursor.skipLabel();
        }
    }

    private List<Item> until(String end) {
        var items = new ArrayList<Item>();
        while (!cursor.atEnd() && !cursor.is(end) && !cursor.is("endmodule")) {
            int mark = cursor.mark();
            items.add(item());
            cursor.advanceFrom(mark);
        }
        return List.copyOf(items);
    }

    private Item module(int start) throws Misfit {
        cursor.next();
        if (cursor.is("automatic") || cursor.is("static")) {
            cursor.next();
        }
        var name = cursor.expect(Kind.WORD);
        var header = new ArrayList<Item.Declaration>();
        if (cursor.skip("#")) {
            header.addAll(group());
        }
        if (cursor.is("(")) {
            header.addAll(group());
        }
        cursor.skipToSemicolon();
        int from = cursor.since(start).end();
        var items = until("endmodule");
        int to = cursor.since(from).end();
        closing("endmodule");
        return new Item.Module(cursor.since(start), name, List.copyOf(header), new Span(from, to), items);
    }

    /** A header that is not understood hides its names, not the body. */
    private List<Item.Declaration> group() {
        int mark = cursor.mark();
        try {
            return declarations.list();
        } catch (Misfit misfit) {
            cursor.reset(mark);
            cursor.skipGroup();
            return List.of();
        }
    }

    private Item conditional(int start) throws Misfit {
        cursor.next();
        cursor.expect("(");
        var condition = expressions.expression();
        cursor.expect(")");
        var whenTrue = item();
        @Nullable Item whenFalse = cursor.skip("else") ? item() : null;
        return new Item.GenerateIf(cursor.since(start), condition, whenTrue, whenFalse);
    }

    private Item assignment(int start) throws Misfit {
        cursor.next();
        var wirings = new ArrayList<Part.Wiring>();
        do {
            int from = cursor.start();
            var target = expressions.primary();
            cursor.expect("=");
            var value = expressions.expression();
            wirings.add(new Part.Wiring(cursor.since(from), target, value));
        } while (cursor.skip(","));
        cursor.expect(";");
        return new Item.Assignment(cursor.since(start), List.copyOf(wirings));
    }

    private Item always(int start) throws Misfit {
        var keyword = cursor.next().text();
        List<Part.Trigger> triggers = cursor.skip("@") ? triggers() : List.of();
        var body = statements.statement();
        return new Item.Always(cursor.since(start), keyword, triggers, body);
    }

    private List<Part.Trigger> triggers() throws Misfit {
        if (cursor.skip("*")) {
            return List.of();
        }
        cursor.expect("(");
        if (cursor.skip("*")) {
            cursor.expect(")");
            return List.of();
        }
        var triggers = new ArrayList<Part.Trigger>();
        do {
            int start = cursor.start();
            var edge =
                    cursor.is("posedge") || cursor.is("negedge") ? cursor.next().text() : "";
            var signal = expressions.expression();
            triggers.add(new Part.Trigger(cursor.since(start), edge, signal));
        } while (cursor.skip("or") || cursor.skip(","));
        cursor.expect(")");
        return List.copyOf(triggers);
    }

    private Item function(int start) throws Misfit {
        cursor.next();
        var type = declarations.type();
        var name = cursor.expect(Kind.WORD);
        List<Item.Declaration> arguments = cursor.is("(") ? declarations.list() : List.of();
        cursor.expect(";");
        var body = statements.until("endfunction");
        closing("endfunction");
        return new Item.Function(cursor.since(start), type, name, arguments, body);
    }

    private Item instance(int start) throws Misfit {
        var module = cursor.expect(Kind.WORD);
        List<Part.Connection> parameters = cursor.skip("#") ? connections() : List.of();
        var name = cursor.expect(Kind.WORD);
        var ports = connections();
        cursor.expect(";");
        return new Item.Instance(cursor.since(start), module, parameters, name, ports);
    }

    private List<Part.Connection> connections() throws Misfit {
        cursor.expect("(");
        var all = new ArrayList<Part.Connection>();
        while (!cursor.skip(")")) {
            all.add(connection());
            if (!cursor.skip(",") && !cursor.is(")")) {
                throw new Misfit();
            }
        }
        return List.copyOf(all);
    }

    private Part.Connection connection() throws Misfit {
        int start = cursor.start();
        if (cursor.skip(".*")) {
            return new Part.Connection(cursor.since(start), "*", null);
        }
        if (!cursor.skip(".")) {
            var signal = expressions.expression();
            return new Part.Connection(cursor.since(start), "", signal);
        }
        var port = cursor.expect(Kind.WORD);
        @Nullable Expression signal = null;
        if (cursor.skip("(") && !cursor.skip(")")) {
            signal = expressions.expression();
            cursor.expect(")");
        }
        return new Part.Connection(cursor.since(start), port, signal);
    }
}
