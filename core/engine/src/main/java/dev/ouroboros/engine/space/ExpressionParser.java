package dev.ouroboros.engine.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the grammar in {@link Expression}; one method a level of precedence, loosest first. */
final class ExpressionParser {
    private static final int DEEPEST = 100;
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "if", "else", "True", "False");
    private static final Set<String> NOT_SUPPORTED =
            Set.of("is", "lambda", "None", "for", "while", "def", "import", "return", "await", "yield");

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "==", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL);

    /** Binary operators by precedence, loosest first; {@code **} binds to the right and is apart. */
    private static final List<Map<String, BinaryOperator<Object>>> LEVELS = List.of(
            Map.of("|", Bits::or),
            Map.of("^", Bits::xor),
            Map.of("&", Bits::and),
            Map.of("<<", Bits::shiftLeft, ">>", Bits::shiftRight),
            Map.of("+", Arithmetic::add, "-", Arithmetic::subtract),
            Map.of(
                    "*", Arithmetic::multiply,
                    "/", Arithmetic::divide,
                    "//", Arithmetic::floorDivide,
                    "%", Arithmetic::modulo));

    private static final Map<String, UnaryOperator<Object>> PREFIXES =
            Map.of("-", Arithmetic::negate, "+", Arithmetic::plus, "~", Bits::invert);

    private final String text;
    private final List<Token> tokens;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private int next;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /** Returns the names met so far, in the order of their slots. */
    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    Node parse() {
        var node = conditional();
        if (peek().kind() != Token.Kind.END) {
            throw expected("an operator or the end");
        }
        return node;
    }

    private Node conditional() {
        if (++depth > DEEPEST) {
            throw failure(peek(), "nested deeper than " + DEEPEST + " levels");
        }
        var then = disjunction();
        if (take("if") != null) {
            var condition = disjunction();
            if (take("else") == null) {
                throw expected("else");
            }
            var otherwise = conditional();
            depth--;
            return values ->
                    Value.truth(condition.evaluate(values)) ? then.evaluate(values) : otherwise.evaluate(values);
        }
        depth--;
        return then;
    }

    private Node disjunction() {
        var left = conjunction();
        while (take("or") != null) {
            var first = left;
            var second = conjunction();
            left = values -> {
                var value = first.evaluate(values);
                return Value.truth(value) ? value : second.evaluate(values);
            };
        }
        return left;
    }

    private Node conjunction() {
        var left = negation();
        while (take("and") != null) {
            var first = left;
            var second = negation();
            left = values -> {
                var value = first.evaluate(values);
                return Value.truth(value) ? second.evaluate(values) : value;
            };
        }
        return left;
    }

    private Node negation() {
        int negations = 0;
        while (take("not") != null) {
            negations++;
        }
        var operand = comparison();
        if (negations == 0) {
            return operand;
        }
        boolean negated = negations % 2 == 1;
        return values -> Value.truth(operand.evaluate(values)) != negated;
    }

    private Node comparison() {
        var first = binary(0);
        var links = new ArrayList<Link>();
        for (var token = peek(); ; token = peek()) {
            var comparison = takeComparison();
            if (comparison == null) {
                break;
            }
            links.add(new Link(comparison, token, binary(0)));
        }
        return switch (links.size()) {
            case 0 -> first;
            case 1 -> compare(first, links.getFirst());
            default -> chain(first, List.copyOf(links));
        };
    }

    /** The rest of {@code a < b <= c} after {@code a}: each holds of its neighbours, and each is evaluated once. */
    private record Link(Comparison comparison, Token token, Node right) {}

    private Node compare(Node left, Link link) {
        return values -> holds(link, left.evaluate(values), link.right().evaluate(values));
    }

    private Node chain(Node first, List<Link> links) {
        return values -> {
            var left = first.evaluate(values);
            for (var link : links) {
                var right = link.right().evaluate(values);
                if (!holds(link, left, right)) {
                    return false;
                }
                left = right;
            }
            return true;
        };
    }

    private boolean holds(Link link, Object left, Object right) {
        try {
            return link.comparison().holds(left, right);
        } catch (ValueException e) {
            throw failure(link.token(), e.getMessage());
        }
    }

    private @Nullable Comparison takeComparison() {
        if (take("in") != null) {
            return Comparison.IN;
        }
        if (peek().is("not") && tokens.get(next + 1).is("in")) {
            next += 2;
            return Comparison.NOT_IN;
        }
        var comparison = peek().kind() == Token.Kind.SIGN ? COMPARISONS.get(peek().text()) : null;
        if (comparison != null) {
            next++;
        }
        return comparison;
    }

    private Node binary(int level) {
        if (level == LEVELS.size()) {
            return prefixed();
        }
        var left = binary(level + 1);
        while (true) {
            var token = peek();
            var operation = token.kind() == Token.Kind.SIGN ? LEVELS.get(level).get(token.text()) : null;
            if (operation == null) {
                return left;
            }
            next++;
            left = apply(token, operation, left, binary(level + 1));
        }
    }

    private Node prefixed() {
        var token = peek();
        var operation = token.kind() == Token.Kind.SIGN ? PREFIXES.get(token.text()) : null;
        if (operation == null) {
            return power();
        }
        if (++depth > DEEPEST) {
            throw failure(token, "nested deeper than " + DEEPEST + " levels");
        }
        next++;
        var operand = prefixed();
        depth--;
        return values -> {
            var value = operand.evaluate(values);
            try {
                return operation.apply(value);
            } catch (ValueException e) {
                throw failure(token, e.getMessage());
            }
        };
    }

    private Node power() {
        var base = atom();
        var token = take("**");
        return token == null ? base : apply(token, Arithmetic::power, base, exponent(token));
    }

    private Node exponent(Token token) {
        if (++depth > DEEPEST) {
            throw failure(token, "nested deeper than " + DEEPEST + " levels");
        }
        var exponent = prefixed();
        depth--;
        return exponent;
    }

    private Node apply(Token token, BinaryOperator<Object> operation, Node left, Node right) {
        return values -> {
            var a = left.evaluate(values);
            var b = right.evaluate(values);
            try {
                return operation.apply(a, b);
            } catch (ValueException e) {
                throw failure(token, e.getMessage());
            }
        };
    }

    private Node atom() {
        var token = peek();
        next++;
        return switch (token.kind()) {
            case INTEGER -> constant(integer(token));
            case FLOAT -> constant(Double.parseDouble(token.text().replace("_", "")));
            case STRING -> constant(token.text());
            case NAME -> named(token);
            case SIGN -> bracketed(token);
            case END -> {
                next--;
                throw expected("a number, a string, a name or (");
            }
        };
    }

    private Node named(Token token) {
        var name = token.text();
        if (name.equals("True") || name.equals("False")) {
            return constant(name.equals("True"));
        }
        if (KEYWORDS.contains(name)) {
            next--;
            throw expected("a number, a string, a name or (");
        }
        if (NOT_SUPPORTED.contains(name)) {
            throw failure(token, "'" + name + "' is not part of these expressions");
        }
        if (peek().is("(")) {
            return call(token);
        }
        int slot = slots.computeIfAbsent(name, _ -> slots.size());
        return values -> values[slot];
    }

    private Node call(Token token) {
        var function = Function.named(token.text());
        if (function == null) {
            throw failure(token, "no function " + token.text() + "(); expected one of " + Function.labels());
        }
        next++;
        var arguments = list(")");
        var complaint = function.complaint(arguments.size());
        if (complaint != null) {
            throw failure(token, complaint);
        }
        return values -> {
            var evaluated = evaluateAll(arguments, values);
            try {
                return function.apply(evaluated);
            } catch (ValueException e) {
                throw failure(token, e.getMessage());
            }
        };
    }

    private Node bracketed(Token token) {
        if (token.is("[")) {
            var elements = list("]");
            return values -> evaluateAll(elements, values);
        }
        if (!token.is("(")) {
            next--;
            throw expected("a number, a string, a name or (");
        }
        var elements = list(")");
        boolean tuple = elements.size() != 1 || tokens.get(next - 2).is(",");
        return tuple ? values -> evaluateAll(elements, values) : elements.getFirst();
    }

    /** Reads expressions up to {@code close}, which it takes; a comma may stand before it. */
    private List<Node> list(String close) {
        var elements = new ArrayList<Node>();
        while (take(close) == null) {
            elements.add(conditional());
            if (take(",") == null && !peek().is(close)) {
                throw expected(", or " + close);
            }
        }
        return List.copyOf(elements);
    }

    private static List<Object> evaluateAll(List<Node> nodes, Object[] values) {
        var evaluated = new ArrayList<Object>(nodes.size());
        for (var node : nodes) {
            evaluated.add(node.evaluate(values));
        }
        return evaluated;
    }

    private static Node constant(Object value) {
        return _ -> value;
    }

    private Object integer(Token token) {
        var digits = token.text().replace("_", "");
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return Long.parseLong(digits.substring(2), 16);
            }
            if (digits.startsWith("0b") || digits.startsWith("0B")) {
                return Long.parseLong(digits.substring(2), 2);
            }
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw failure(token, "the integer " + token.text() + " does not fit 64 bits");
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private @Nullable Token take(String word) {
        var token = peek();
        if (!token.is(word)) {
            return null;
        }
        next++;
        return token;
    }

    private ExpressionException expected(String what) {
        return failure(peek(), "found " + peek().described() + ", expected " + what);
    }

    private ExpressionException failure(Token token, @Nullable String problem) {
        return new ExpressionException(text, token.column(), problem == null ? "no value" : problem);
    }
}
