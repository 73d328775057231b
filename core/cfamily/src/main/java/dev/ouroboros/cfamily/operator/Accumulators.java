package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unrolls a loop that is one reduction and gives each copy an accumulator of its own, so that a round need not wait
 * for the one before. Sums of floating numbers are rounded otherwise than before.
 */
final class Accumulators implements Rewrite {
    private static final List<Integer> FACTORS = List.of(2, 4, 8);

    @Override
    public List<List<Edit>> of(Source source) {
        var changes = new ArrayList<List<Edit>>();
        CountedLoop.in(source).forEach(loop -> {
            for (int factor : FACTORS) {
                var edit = unrolled(source, loop, factor);
                if (edit != null) {
                    changes.add(List.of(edit));
                }
            }
        });
        return changes;
    }

    private static @Nullable Edit unrolled(Source source, CountedLoop loop, int factor) {
        if (loop.statements().size() != 1 || !source.isPlain(loop.node())) {
            return null;
        }
        var reduction = Reduction.of(source, loop.statements().getFirst());
        var type = reduction == null ? null : Types.around(source, loop.node()).of(reduction.total());
        if (reduction == null || type == null || type.depth() != 0) {
            return null;
        }
        var name = loop.variable();
        var lines = new ArrayList<String>();
        lines.add((loop.type() == null ? "" : loop.type() + " ") + name + " = " + loop.first() + ";");
        for (int k = 1; k < factor; k++) {
            lines.add(type.element() + " " + total(reduction, k) + " = " + reduction.identity() + ";");
        }
        lines.add("for (; " + name + " + " + loop.distance(factor - 1) + " " + loop.comparison() + " " + loop.bound()
                + "; " + name + " += " + loop.distance(factor) + ") {");
        for (int k = 0; k < factor; k++) {
            var index = k == 0 ? name : "(" + name + " + " + loop.distance(k) + ")";
            var value = source.substituted(reduction.value(), Map.of(name, index));
            lines.add(Blocks.INDENT + reduction.fold(total(reduction, k), value));
        }
        lines.add("}");
        for (int k = 1; k < factor; k++) {
            lines.add(reduction.fold(reduction.total(), total(reduction, k)));
        }
        lines.add("for (; " + name + " " + loop.comparison() + " " + loop.bound() + "; " + name
                + (loop.unitStep() ? "++" : " += " + loop.step()) + ") " + Blocks.braced(source, loop.body()));
        return Blocks.block(source, loop.node(), lines);
    }

    private static String total(Reduction reduction, int copy) {
        return copy == 0 ? reduction.total() : reduction.total() + "_" + copy;
    }
}
