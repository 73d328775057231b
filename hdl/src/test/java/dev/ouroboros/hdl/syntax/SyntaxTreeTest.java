package dev.ouroboros.hdl.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {
    private static final String TRICKY = resource("tricky.sv");
    private static final List<String> WORDS = List.of(
            "module",
            "endmodule",
            "m",
            "(",
            ")",
            "begin",
            "end",
            "if",
            "else",
            "case",
            "endcase",
            "default",
            ":",
            ";",
            "=",
            "<=",
            "?",
            "{",
            "}",
            "[",
            "]",
            "always",
            "@",
            "*",
            "posedge",
            "clk",
            "assign",
            "wire",
            "reg",
            "8'hff",
            "'",
            "'0",
            "for",
            "generate",
            "endgenerate",
            "function",
            "endfunction",
            "#",
            ".",
            ",",
            "+",
            "-",
            "~",
            "&&",
            "(*",
            "*)",
            "/*",
            "*/",
            "//",
            "\n",
            "\"",
            "\\",
            "`",
            "`define",
            "$f",
            "enum",
            "typedef",
            "é",
            "\0",
            " ",
            "1.5e",
            "task",
            "::");

    @Test
    void everyCharacterOfATrickyFileIsPrintedAgain() {
        var tree = SyntaxTree.parse(TRICKY);
        assertEquals(TRICKY, tree.print());
        Nesting.check(tree);
    }

    @Test
    void everyBeginningOfAFileIsPrintedAgain() {
        for (int length = 0; length < TRICKY.length(); length += 7) {
            var part = TRICKY.substring(0, length);
            assertEquals(part, SyntaxTree.parse(part).print());
        }
    }

    @Test
    void tokensInAnyOrderArePrintedAgain() {
        var random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            var soup = random.ints(random.nextInt(60), 0, WORDS.size())
                    .mapToObj(i -> WORDS.get(i) + (random.nextBoolean() ? " " : ""))
                    .collect(Collectors.joining());
            var tree = SyntaxTree.parse(soup);
            assertEquals(soup, tree.print());
            Nesting.check(tree);
        }
    }

    @Test
    void aFileWithCharactersChangedIsPrintedAgain() {
        var random = new Random(4);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder(TRICKY);
            for (int change = 0; change < 5; change++) {
                change(text, random);
            }
            var tree = SyntaxTree.parse(text.toString());
            assertEquals(text.toString(), tree.print());
            Nesting.check(tree);
        }
    }

    @Test
    void whatIsNestedTooDeepBecomesOpaque() {
        for (var unit : List.of(
                "(",
                "{",
                "~",
                "a+",
                "a?",
                "if(a)",
                "begin ",
                "module m;",
                "begin a; begin b: ",
                "case(a) b: begin c;",
                "generate if (a) begin wire b;",
                "a[",
                "case(a) b:",
                "a?b:")) {
            for (var head : List.of("", "module m; assign x = ", "module m; always @* ")) {
                var deep = head + unit.repeat(5000);
                assertEquals(deep, SyntaxTree.parse(deep).print());
            }
        }
    }

    @Test
    void whatIsNotUnderstoodHidesNothingAroundIt() {
        var module = SyntaxTree.parse(TRICKY).modules().getFirst();
        assertEquals("tricky", module.name());
        var source = SyntaxTree.parse(TRICKY);
        var opaque = SyntaxTree.walk(module)
                .filter(Item.Opaque.class::isInstance)
                .map(source::text)
                .toList();
        assertTrue(opaque.contains("specify (a => b) = 1; endspecify"), opaque::toString);
        assertTrue(module.items().stream().anyMatch(Item.Function.class::isInstance));
        assertTrue(module.items().stream().anyMatch(Item.Instance.class::isInstance));
        assertEquals(
                4,
                module.items().stream().filter(Item.Always.class::isInstance).count()
                        + module.items().stream()
                                .filter(Item.Initial.class::isInstance)
                                .count());
    }

    @Test
    void headersDeclareTheirParametersAndPorts() {
        var module = SyntaxTree.parse(TRICKY).modules().getFirst();
        var names = module.header().stream()
                .flatMap(declaration -> declaration.names().stream())
                .map(Part.Declarator::name)
                .toList();
        assertEquals(List.of("WIDTH", "DEPTH", "STEP", "clk", "rst_n", "a", "b", "y", "\\odd$name"), names);
        assertTrue(module.header().get(4).type().is("signed"));
    }

    @Test
    void operatorsBindAsTheStandardSays() {
        assertEquals("((a + (b * c)) == (d << 1))", grouped("a + b * c == d << 1"));
        assertEquals("((a | (b ^ (c & d))) && e)", grouped("a | b ^ c & d && e"));
        assertEquals("(a ? b : (c ? d : e))", grouped("a ? b : c ? d : e"));
        assertEquals("((a - b) - (-c))", grouped("a - b - -c"));
        assertEquals("((&a) & (~|b))", grouped("&a & ~|b"));
    }

    @Test
    void anAssignmentIsNotAComparison() {
        var tree = SyntaxTree.parse("module m; always @(posedge c) if (a <= b) q <= a <= b; endmodule");
        var always = assertInstanceOf(
                Item.Always.class, tree.modules().getFirst().items().getFirst());
        assertTrue(always.isClocked());
        var condition = assertInstanceOf(Statement.If.class, always.body());
        assertFalse(condition.whenTrue() instanceof Statement.Opaque);
        assertEquals("q <= a <= b;", tree.text(condition.whenTrue()));
    }

    private static String grouped(String expression) {
        var tree = SyntaxTree.parse("module m; assign x = " + expression + "; endmodule");
        var assignment = assertInstanceOf(
                Item.Assignment.class, tree.modules().getFirst().items().getFirst());
        return grouped(tree, assignment.wirings().getFirst().value());
    }

    private static String grouped(SyntaxTree tree, Expression expression) {
        return switch (expression) {
            case Expression.Binary(var span, var operator, var left, var right) ->
                "(" + grouped(tree, left) + " " + operator + " " + grouped(tree, right) + ")";
            case Expression.Unary(var span, var operator, var operand) -> "(" + operator + grouped(tree, operand) + ")";
            case Expression.Conditional(var span, var condition, var yes, var no) ->
                "(" + grouped(tree, condition) + " ? " + grouped(tree, yes) + " : " + grouped(tree, no) + ")";
            default -> tree.text(expression);
        };
    }

    private static void change(StringBuilder text, RandomGenerator random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            default -> text.setCharAt(at, (char) random.nextInt(256));
        }
    }

    private static String resource(String name) {
        try (var stream = SyntaxTreeTest.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
