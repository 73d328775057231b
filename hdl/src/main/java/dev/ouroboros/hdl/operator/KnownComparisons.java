package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a comparison from others of the same two values that nets hold already: {@code a < b} is neither {@code a > b} nor
 * {@code a == b}. Equivalent if neither value is undefined and no loop is closed, which a proof tells.
 */
final class KnownComparisons implements Rewriting {

    private record Known(String net, String operator, Expression.Binary comparison) {}

    @Override
    public List<List<Edit>> in(Design design) {
        var nets = new ArrayList<Known>();
        NetDrivers.of(design).all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    if (Expressions.bare(entry.getValue()) instanceof Expression.Binary binary
                            && OPERATORS.contains(binary.operator())) {
                        nets.add(new Known(entry.getKey(), binary.operator(), binary));
                    }
                });
        var all = new ArrayList<List<Edit>>();
        design.all(Expression.Binary.class)
                .filter(binary -> OPERATORS.contains(binary.operator()))
                .forEach(binary -> {
                    for (var one : nets) {
                        for (var other : nets) {
                            var text = from(design, binary, one, other);
                            if (text != null) {
                                all.add(List.of(new Edit(binary.span(), text)));
                            }
                        }
                    }
                });
        return all;
    }

    private static @Nullable String from(Design design, Expression.Binary binary, Known one, Known other) {
        int first = as(design, binary, one);
        int second = as(design, binary, other);
        int wanted = cases(binary.operator());
        if (one.comparison.equals(binary) || other.comparison.equals(binary) || first == 0 || second == 0) {
            return null;
        }
        if (one.equals(other)) {
            return first == wanted ? one.net : (ALL ^ first) == wanted ? "(!" + one.net + ")" : null;
        }
        if (one.net.compareTo(other.net) > 0) {
            return null;
        }
        int both = first | second;
        return both == wanted
                ? "(" + one.net + " || " + other.net + ")"
                : (ALL ^ both) == wanted ? "(!(" + one.net + " || " + other.net + "))" : null;
    }

    /** Returns in which cases the net is 1, for the operands in the comparison's order; 0 if it is of others. */
    private static int as(Design design, Expression.Binary binary, Known known) {
        var left = design.text(Expressions.bare(binary.left()));
        var right = design.text(Expressions.bare(binary.right()));
        var otherLeft = design.text(Expressions.bare(known.comparison.left()));
        var otherRight = design.text(Expressions.bare(known.comparison.right()));
        int cases = cases(known.operator);
        if (left.equals(otherLeft) && right.equals(otherRight)) {
            return cases;
        }
        return left.equals(otherRight) && right.equals(otherLeft)
                ? (cases & EQUAL) | ((cases & LESS) != 0 ? GREATER : 0) | ((cases & GREATER) != 0 ? LESS : 0)
                : 0;
    }

    private static int cases(String operator) {
        return switch (operator) {
            case "<" -> LESS;
            case ">" -> GREATER;
            case "==" -> EQUAL;
            case "<=" -> LESS | EQUAL;
            case ">=" -> GREATER | EQUAL;
            default -> LESS | GREATER;
        };
    }

    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;
    private static final int ALL = LESS | EQUAL | GREATER;
    private static final List<String> OPERATORS = List.of("<", ">", "==", "<=", ">=", "!=");
}
