package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calculates a net from others that hold a part of it already: with {@code p = a * b}, {@code (a + 1) * b + c} becomes
 * {@code p + b + c}. Both sides are the same polynomial modulo a power of two, so this is always equivalent, unless an operand
 * is not as wide as the net, which a proof tells.
 */
final class CommonSums implements Rewriting {
    /** A multiplier is worth so many adders. */
    private static final int PRODUCT = 8;

    private static final int MOST_TERMS = 32;
    private static final int MOST_NETS = 64;

    /** A net and its polynomial: a product of operands, in order, to its factor. */
    private record Net(String name, Expression value, int width, Map<List<String>, Long> terms) {}

    @Override
    public List<List<Edit>> in(Design design) {
        var nets = new ArrayList<Net>();
        NetDrivers.of(design).all().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().span().start()))
                .limit(MOST_NETS)
                .forEach(entry -> {
                    var symbol = design.scope().symbol(entry.getKey());
                    if (symbol != null
                            && symbol.elements() == 0
                            && symbol.shape().width() <= 62) {
                        int width = symbol.shape().width();
                        var terms = new Terms(design, width).of(entry.getValue());
                        if (terms != null) {
                            nets.add(new Net(entry.getKey(), entry.getValue(), width, terms));
                        }
                    }
                });
        var all = new ArrayList<List<Edit>>();
        for (int i = 0; i < nets.size(); i++) {
            var text = cheaper(nets.get(i), nets.subList(0, i));
            if (text != null) {
                all.add(List.of(new Edit(nets.get(i).value().span(), text)));
            }
        }
        if (all.size() > 1) {
            all.add(all.stream().flatMap(List::stream).toList());
        }
        return all;
    }

    /** Null if no other net, and no sum of two, leaves less to do. */
    private static @Nullable String cheaper(Net net, List<Net> earlier) {
        int best = cost(net.terms);
        String text = null;
        var others = earlier.stream().filter(other -> other.width == net.width).toList();
        for (int i = 0; i < others.size(); i++) {
            for (int j = i; j < others.size(); j++) {
                var used = j == i ? List.of(others.get(i)) : List.of(others.get(i), others.get(j));
                var rest = net.terms;
                for (var other : used) {
                    rest = minus(rest, other.terms, net.width);
                }
                int cost = cost(rest) + used.size();
                if (cost < best) {
                    best = cost;
                    text = text(used, rest, net.width);
                }
            }
        }
        return text;
    }

    private static int cost(Map<List<String>, Long> terms) {
        return terms.keySet().stream()
                .mapToInt(product -> 1 + PRODUCT * Math.max(0, product.size() - 1))
                .sum();
    }

    private static Map<List<String>, Long> minus(
            Map<List<String>, Long> terms, Map<List<String>, Long> others, int width) {
        var rest = new LinkedHashMap<>(terms);
        others.forEach((product, factor) -> Terms.add(rest, product, -factor, width));
        return rest;
    }

    private static String text(List<Net> used, Map<List<String>, Long> rest, int width) {
        var text = new StringBuilder();
        used.forEach(net -> text.append(text.isEmpty() ? "" : " + ").append(net.name));
        rest.forEach((product, factor) -> {
            boolean negative = factor > 1L << (width - 1);
            long size = negative ? (1L << width) - factor : factor;
            var factors = new ArrayList<>(product);
            if (size != 1 || product.isEmpty()) {
                factors.add(width + "'d" + size);
            }
            text.append(negative ? " - " : " + ").append(String.join(" * ", factors));
        });
        return text.toString();
    }

    /** Reads expressions as polynomials modulo a power of two. */
    private record Terms(Design design, int width) {

        static void add(Map<List<String>, Long> terms, List<String> product, long factor, int width) {
            long sum = (terms.getOrDefault(product, 0L) + factor) & ((1L << width) - 1);
            if (sum == 0) {
                terms.remove(product);
            } else {
                terms.put(product, sum);
            }
        }

        /** Null if it is none, or too large. */
        @Nullable
        Map<List<String>, Long> of(Expression expression) {
            var value = design.scope().value(expression);
            if (value != null) {
                return value == 0 ? Map.of() : Map.of(List.of(), value & ((1L << width) - 1));
            }
            return switch (Expressions.bare(expression)) {
                case Expression.Name name -> {
                    var shape = design.scope().shape(name);
                    yield shape != null && shape.width() == width ? Map.of(List.of(name.text()), 1L) : null;
                }
                case Expression.Binary binary -> binary(binary);
                default -> null;
            };
        }

        private @Nullable Map<List<String>, Long> binary(Expression.Binary binary) {
            var left = of(binary.left());
            var right = of(binary.right());
            if (left == null || right == null) {
                return null;
            }
            Map<List<String>, Long> sum = new TreeMap<>(Comparator.comparing(String::valueOf));
            sum.putAll(left);
            switch (binary.operator()) {
                case "+" -> right.forEach((product, factor) -> add(sum, product, factor, width));
                case "-" -> right.forEach((product, factor) -> add(sum, product, -factor, width));
                case "*" -> {
                    sum.clear();
                    left.forEach((one, times) -> right.forEach((other, factor) -> {
                        var product = new ArrayList<>(one);
                        product.addAll(other);
                        product.sort(Comparator.naturalOrder());
                        add(sum, List.copyOf(product), times * factor, width);
                    }));
                }
                default -> {
                    return null;
                }
            }
            return sum.size() > MOST_TERMS ? null : sum;
        }
    }
}
