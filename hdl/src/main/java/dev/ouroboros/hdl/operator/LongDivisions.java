package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the quotient and the remainder of two numbers as the long division of paper: bit by bit, each step only as wide as the
 * rest can be, and the higher bits of the divisor only looked at for a one. Both come from the same steps. Equivalent
 * but for a divisor of zero, where Verilog leaves the result undefined. The numbers are unsigned and of one size, at most 16 bits.
 */
final class LongDivisions implements Rewriting {
    private static final int WIDEST = 16;

    /** Divisions that share their steps: of the same numbers, before the same item. */
    private record Numbers(int item, String dividend, String divisor, int width) {}

    private record Place(Site site, Expression.Binary division) {}

    @Override
    public List<List<Edit>> in(Design design) {
        Map<Numbers, List<Place>> found = new LinkedHashMap<>();
        for (var site : Site.of(design)) {
            SyntaxTree.walk(site.value())
                    .filter(Expression.Binary.class::isInstance)
                    .map(Expression.Binary.class::cast)
                    .filter(binary -> isDivision(design, site, binary))
                    .forEach(binary -> found.computeIfAbsent(numbers(design, site, binary), _ -> new ArrayList<>())
                            .add(new Place(site, binary)));
        }
        var all = new ArrayList<List<Edit>>();
        found.forEach((numbers, places) -> all.add(edits(design, numbers, places)));
        return all;
    }

    private static boolean isDivision(Design design, Site site, Expression.Binary binary) {
        var left = design.scope().shape(binary.left());
        var right = design.scope().shape(binary.right());
        return List.of("/", "%").contains(binary.operator())
                && left != null
                && left.equals(right)
                && !left.signed()
                && left.width() > 1
                && left.width() <= WIDEST
                && design.scope().value(binary.right()) == null
                && Operand.of(design, site, binary.left(), false) != null
                && Operand.of(design, site, binary.right(), false) != null;
    }

    private static Numbers numbers(Design design, Site site, Expression.Binary binary) {
        var shape = design.scope().shape(binary.left());
        return new Numbers(
                site.item().span().start(),
                design.text(binary.left()),
                design.text(binary.right()),
                shape == null ? 0 : shape.width());
    }

    private static List<Edit> edits(Design design, Numbers numbers, List<Place> places) {
        var steps = new Steps(design.names().copy(), numbers.width());
        steps.divide(numbers.dividend(), numbers.divisor());
        var edits = new ArrayList<Edit>();
        edits.add(places.getFirst().site().declare(design, steps.declarations));
        for (var place : places) {
            boolean quotient = place.division().operator().equals("/");
            edits.add(new Edit(place.division().span(), quotient ? steps.quotient : steps.remainder));
        }
        return edits;
    }

    /** Declares the nets of a division. */
    private static final class Steps {
        private final FreshNames names;
        private final int width;
        private final List<String> declarations = new ArrayList<>();
        private String quotient = "";
        private String remainder = "";

        Steps(FreshNames names, int width) {
            this.names = names;
            this.width = width;
        }

        void divide(String dividend, String divisor) {
            String a = net("dividend_bits", width, dividend);
            String b = net("divisor_bits", width, divisor);
            var bits = new ArrayList<String>();
            for (int size = 1; size <= width; size++) {
                String next = a + "[" + (width - size) + "]";
                String part = net("part", size, size == 1 ? next : "{" + remainder + ", " + next + "}");
                String low = b + "[" + (size - 1) + ":0]";
                String less = net("less", size + 1, "{1'b0, " + part + "} - {1'b0, " + low + "}");
                String fits = "!" + less + "[" + size + "]";
                String above = b + "[" + (width - 1) + ":" + size + "] == 0";
                String bit = net("fits", 1, size == width ? fits : fits + " && " + above);
                bits.add(bit);
                remainder = net("rest", size, bit + " ? " + less + "[" + (size - 1) + ":0] : " + part);
            }
            quotient = net("quotient_bits", width, "{" + String.join(", ", bits) + "}");
        }

        private String net(String stem, int bits, String value) {
            String name = names.next(stem);
            declarations.add("wire " + (bits == 1 ? "" : "[" + (bits - 1) + ":0] ") + name + " = " + value + ";");
            return name;
        }
    }
}
