package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.List;

/** Blocks two nested loops, so that what a block touches stays in cache: the inner loop alone, or both. */
final class Tile implements Rewrite {
    private static final List<Integer> SIZES = List.of(16, 64, 256);

    @Override
    public List<List<Edit>> of(Source source) {
        var changes = new ArrayList<List<Edit>>();
        CountedLoop.in(source)
                .filter(outer -> outer.statements().size() == 1 && source.isPlain(outer.node()))
                .forEach(outer -> {
                    var inner = CountedLoop.of(source, outer.statements().getFirst());
                    if (inner != null && inner.unitStep() && independent(inner, outer)) {
                        for (int size : SIZES) {
                            changes.add(List.of(tiled(source, outer, inner, size, false)));
                            if (outer.unitStep() && size < 256) {
                                changes.add(List.of(tiled(source, outer, inner, size, true)));
                            }
                        }
                    }
                });
        return changes;
    }

    private static Edit tiled(Source source, CountedLoop outer, CountedLoop inner, int size, boolean both) {
        var lines = new ArrayList<String>();
        if (both) {
            lines.add(blocks(outer, size));
        }
        lines.add(blocks(inner, size));
        lines.add(both ? within(outer, size) : outer.header());
        lines.add(within(inner, size) + " " + Blocks.braced(source, inner.body()));
        return Blocks.block(source, outer.node(), lines);
    }

    private static String blocks(CountedLoop loop, int size) {
        var block = block(loop);
        return "for (" + type(loop) + " " + block + " = " + loop.first() + "; " + block + " " + loop.comparison() + " "
                + loop.bound() + "; " + block + " += " + size + ")";
    }

    private static String within(CountedLoop loop, int size) {
        var name = loop.variable();
        var declared = loop.type() == null ? "" : loop.type() + " ";
        return "for (" + declared + name + " = " + block(loop) + "; " + name + " " + loop.comparison() + " "
                + loop.bound() + " && " + name + " < " + block(loop) + " + " + size + "; " + name + "++)";
    }

    private static String block(CountedLoop loop) {
        return loop.variable() + "_block";
    }

    private static String type(CountedLoop loop) {
        return loop.type() == null ? "long" : loop.type();
    }

    private static boolean independent(CountedLoop inner, CountedLoop outer) {
        return !(inner.first() + " " + inner.bound()).matches("(?s).*\\b" + outer.variable() + "\\b.*");
    }
}
