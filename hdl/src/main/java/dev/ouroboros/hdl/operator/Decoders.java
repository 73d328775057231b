package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes a number in two halves: of {@code 1 << n} each bit is one of a decoder of the high half and one of the low half.
 * Equivalent if the result has room for all, which a proof tells.
 */
final class Decoders implements Rewriting {
    private static final int LEAST = 3;
    private static final int MOST = 10;

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var site : Site.of(design)) {
            if (Expressions.bare(site.value()) instanceof Expression.Binary shift
                    && shift.operator().startsWith("<<")
                    && Expressions.bare(shift.right()) instanceof Expression.Name number
                    && isOne(design, shift.left())
                    && site.canMove(number)) {
                var shape = design.scope().shape(number);
                var target = design.scope().shape(site.target());
                boolean fits = shape != null
                        && shape.width() >= LEAST
                        && shape.width() <= MOST
                        && target != null
                        && target.width() == 1 << shape.width();
                if (fits && shape != null) {
                    var decoder = new Decoder(design.names().copy());
                    var text = decoder.decoded(number.text(), shape.width() - 1, 0);
                    all.add(List.of(new Edit(site.value().span(), text), site.declare(design, decoder.declarations)));
                }
            }
        }
        return all;
    }

    /** Returns whether an expression is the number 1, however many zeros are written before it. */
    private static boolean isOne(Design design, Expression expression) {
        return switch (Expressions.bare(expression)) {
            case Expression.Concatenation concatenation -> {
                var parts = concatenation.parts();
                yield isOne(design, parts.getLast())
                        && parts.subList(0, parts.size() - 1).stream().allMatch(part -> isZero(design, part));
            }
            case Expression other -> {
                var value = design.scope().value(other);
                yield value != null && value == 1;
            }
        };
    }

    private static boolean isZero(Design design, Expression expression) {
        return switch (Expressions.bare(expression)) {
            case Expression.Replication replication ->
                replication.parts().stream().allMatch(part -> isZero(design, part));
            case Expression other -> {
                var value = design.scope().value(other);
                yield value != null && value == 0;
            }
        };
    }

    private static final class Decoder {
        private final FreshNames names;
        private final List<String> declarations = new ArrayList<>();

        Decoder(FreshNames names) {
            this.names = names;
        }

        /** Returns bits {@code high} to {@code low} of a net, decoded. */
        String decoded(String net, int high, int low) {
            if (high == low) {
                return "{" + net + "[" + low + "], !" + net + "[" + low + "]}";
            }
            int middle = (high + low + 1) / 2;
            var above = declared(decoded(net, high, middle), high - middle + 1);
            var below = declared(decoded(net, middle - 1, low), middle - low);
            var rows = new ArrayList<String>();
            for (int row = (1 << (high - middle + 1)) - 1; row >= 0; row--) {
                rows.add(below + " & {" + (1 << (middle - low)) + "{" + above + "[" + row + "]}}");
            }
            return "{" + String.join(", ", rows) + "}";
        }

        private String declared(String value, int bits) {
            var name = names.next("decoded");
            declarations.add("wire [" + ((1 << bits) - 1) + ":0] " + name + " = " + value + ";");
            return name;
        }
    }
}
