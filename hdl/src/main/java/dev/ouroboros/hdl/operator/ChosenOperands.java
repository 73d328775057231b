package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is calculated with instead of what comes out: {@code s ? a + b : c + d} becomes
 * {@code (s ? a : c) + (s ? b : d)}, also where the two are results of nets that are calculated alike, however many steps
 * before. Equivalent where sizes and signs agree, which a proof tells.
 */
final class ChosenOperands implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        var drivers = NetDrivers.of(design);
        for (var choice : Choice.of(design)) {
            var merger = new Merger(design, drivers, "(" + design.text(choice.condition()) + ")");
            var text = merger.merged(choice.whenTrue(), choice.whenFalse());
            if (merger.saved == 0) {
                continue;
            }
            var edits = new ArrayList<>(List.of(choice.replaced(text)));
            if (!merger.declarations.isEmpty()) {
                var item = itemAround(design, choice);
                if (item == null || !merger.movable(item, choice.condition())) {
                    continue;
                }
                edits.add(new Site(item, choice.condition(), choice.condition(), Site.local(item))
                        .declare(design, merger.declarations));
            }
            all.add(List.copyOf(edits));
        }
        return all;
    }

    private static @Nullable Item itemAround(Design design, Choice choice) {
        return design.module().items().stream()
                .filter(item -> item instanceof Item.Assignment
                        || item instanceof Item.Always
                        || item instanceof Item.Declaration)
                .filter(item -> item.span().contains(choice.span()))
                .findFirst()
                .orElse(null);
    }

    /** Writes two expressions as one, with choices where they differ. */
    private static final class Merger {
        private final Design design;
        private final NetDrivers drivers;
        private final FreshNames names;
        private final String select;
        private final List<String> declarations = new ArrayList<>();
        private int saved;

        Merger(Design design, NetDrivers drivers, String select) {
            this.design = design;
            this.drivers = drivers;
            this.names = design.names().copy();
            this.select = select;
        }

        /** What stands in front of the item must not change inside of it. */
        boolean movable(Item item, Expression condition) {
            return new Site(item, condition, condition, Site.local(item)).canMove(condition);
        }

        String merged(Expression one, Expression other) {
            var a = Expressions.bare(one);
            var b = Expressions.bare(other);
            if (design.text(a).equals(design.text(b))) {
                return atom(a);
            }
            if (a instanceof Expression.Binary x
                    && b instanceof Expression.Binary y
                    && x.operator().equals(y.operator())) {
                return binary(x, y);
            }
            if (a instanceof Expression.Unary x
                    && b instanceof Expression.Unary y
                    && x.operator().equals(y.operator())) {
                return "(" + x.operator() + merged(x.operand(), y.operand()) + ")";
            }
            if (a instanceof Expression.Concatenation x && b instanceof Expression.Concatenation y) {
                var text = concatenation(x, y);
                return text == null ? chosen(a, b) : text;
            }
            if (a instanceof Expression.Name x && b instanceof Expression.Name y) {
                var text = nets(x.text(), y.text());
                return text == null ? chosen(a, b) : text;
            }
            return chosen(a, b);
        }

        private String binary(Expression.Binary x, Expression.Binary y) {
            if (!BITWISE.contains(x.operator())) {
                saved++;
            }
            boolean swapped = COMMUTATIVE.contains(x.operator())
                    && (same(x.left(), y.right()) || same(x.right(), y.left()))
                    && !same(x.left(), y.left())
                    && !same(x.right(), y.right());
            return "(" + merged(x.left(), swapped ? y.right() : y.left()) + " " + x.operator() + " "
                    + merged(x.right(), swapped ? y.left() : y.right()) + ")";
        }

        private @Nullable String concatenation(Expression.Concatenation x, Expression.Concatenation y) {
            if (x.parts().size() != y.parts().size()) {
                return null;
            }
            var parts = new ArrayList<String>();
            for (int i = 0; i < x.parts().size(); i++) {
                var one = design.scope().shape(x.parts().get(i));
                var other = design.scope().shape(y.parts().get(i));
                if (one == null || other == null || one.width() != other.width()) {
                    return null;
                }
                parts.add(merged(x.parts().get(i), y.parts().get(i)));
            }
            return "{" + String.join(", ", parts) + "}";
        }

        /** Null if nothing is saved by looking at how the nets are driven. */
        private @Nullable String nets(String one, String other) {
            var first = drivers.of(one);
            var second = drivers.of(other);
            var symbol = design.scope().symbol(one);
            var partner = design.scope().symbol(other);
            if (first == null
                    || second == null
                    || symbol == null
                    || partner == null
                    || !symbol.shape().equals(partner.shape())) {
                return null;
            }
            var shape = symbol.shape();
            int before = saved;
            int declared = declarations.size();
            var value = merged(first, second);
            if (saved == before) {
                declarations.subList(declared, declarations.size()).clear();
                return null;
            }
            var name = names.next("chosen_" + one);
            declarations.add("wire " + (shape.signed() ? "signed " : "") + "[" + (shape.width() - 1) + ":0] " + name
                    + " = " + value + ";");
            return name;
        }

        private String chosen(Expression a, Expression b) {
            return "(" + select + " ? " + design.text(a) + " : " + design.text(b) + ")";
        }

        private String atom(Expression expression) {
            var text = design.text(expression);
            return expression instanceof Expression.Binary || expression instanceof Expression.Conditional
                    ? "(" + text + ")"
                    : text;
        }

        private boolean same(Expression one, Expression other) {
            return design.text(Expressions.bare(one)).equals(design.text(Expressions.bare(other)));
        }
    }

    private static final List<String> BITWISE = List.of("&", "|", "^", "~^", "^~", "&&", "||");
    private static final List<String> COMMUTATIVE = List.of("+", "*", "&", "|", "^", "==", "!=");
}
