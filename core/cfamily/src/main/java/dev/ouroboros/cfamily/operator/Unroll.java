package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Repeats the body of a counted loop several times for each test of its condition; a second loop does the rounds that
 * are left.
 */
final class Unroll implements Rewrite {
    private static final List<Integer> FACTORS = List.of(2, 4, 8);

    @Override
    public List<List<Edit>> of(Source source) {
        return CountedLoop.in(source)
                .filter(loop -> loop.innermost() && loop.runsThrough() && source.isPlain(loop.node()))
                .flatMap(loop -> FACTORS.stream().map(factor -> List.of(unrolled(source, loop, factor))))
                .toList();
    }

    private static Edit unrolled(Source source, CountedLoop loop, int factor) {
        var name = loop.variable();
        var body = Blocks.braced(source, loop.body());
        var advance = loop.unitStep() ? name + "++;" : name + " += " + loop.step() + ";";
        var lines = new ArrayList<String>();
        lines.add((loop.type() == null ? "" : loop.type() + " ") + name + " = " + loop.first() + ";");
        lines.add("for (; " + name + " + " + loop.distance(factor - 1) + " " + loop.comparison() + " " + loop.bound()
                + ";) {");
        lines.addAll(Collections.nCopies(factor, Blocks.INDENT + body + " " + advance));
        lines.add("}");
        lines.add("for (; " + name + " " + loop.comparison() + " " + loop.bound() + "; " + name
                + (loop.unitStep() ? "++" : " += " + loop.step()) + ") " + body);
        return Blocks.block(source, loop.node(), lines);
    }
}
