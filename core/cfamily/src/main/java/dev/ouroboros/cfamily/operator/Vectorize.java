package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a loop over consecutive elements with GCC's vector extensions; a scalar loop does what is left. Sums of
 * floating numbers are rounded otherwise than before.
 */
final class Vectorize implements Rewrite {
    private static final List<Integer> BYTES = List.of(16, 32, 64);
    private static final List<Integer> WAYS = List.of(1, 4);

    @Override
    public List<List<Edit>> of(Source source) {
        var changes = new ArrayList<List<Edit>>();
        CountedLoop.in(source)
                .filter(loop -> loop.unitStep() && loop.innermost() && loop.runsThrough())
                .filter(loop -> source.isPlain(loop.node()))
                .forEach(loop -> {
                    for (int bytes : BYTES) {
                        for (int ways : WAYS) {
                            var lines = lines(source, loop, bytes, ways);
                            if (!lines.isEmpty()) {
                                changes.add(List.of(Blocks.block(source, loop.node(), lines)));
                            }
                        }
                    }
                });
        return changes;
    }

    /** Returns the lines of the block; none if the loop is not of that kind. */
    private static List<String> lines(Source source, CountedLoop loop, int bytes, int ways) {
        var lane = laneType(source, loop);
        int size = VectorBody.sizeOf(lane);
        if (size == 0 || bytes / size < 2) {
            return List.of();
        }
        int lanes = bytes / size;
        var body = new VectorBody(source, loop, lane, lanes);
        for (int way = 0; way < ways; way++) {
            if (!body.add(way)) {
                return List.of();
            }
        }
        var name = loop.variable();
        int stride = lanes * ways;
        var lines = new ArrayList<String>();
        lines.addAll(body.typedefs());
        lines.add((loop.type() == null ? "" : loop.type() + " ") + name + " = " + loop.first() + ";");
        lines.addAll(body.before());
        lines.add("for (; " + name + " + " + (stride - 1) + " " + loop.comparison() + " " + loop.bound() + "; " + name
                + " += " + stride + ") {");
        body.rounds().forEach(line -> lines.add(Blocks.INDENT + line));
        lines.add("}");
        lines.addAll(body.after());
        lines.add("for (; " + name + " " + loop.comparison() + " " + loop.bound() + "; " + name + "++) "
                + Blocks.braced(source, loop.body()));
        return lines;
    }

    /** The type that is computed in: that of what the first statement assigns to. */
    private static String laneType(Source source, CountedLoop loop) {
        var types = Types.around(source, loop.node());
        for (var statement : loop.statements()) {
            var reduction = Reduction.of(source, statement);
            var target = reduction != null ? reduction.total() : assigned(source, statement);
            var type = types.of(target);
            if (type != null && type.depth() >= 0) {
                return type.element();
            }
        }
        return "";
    }

    private static String assigned(Source source, Node statement) {
        return statement
                .all("assignment_expression")
                .map(node -> source.text(node, "left").replaceFirst("(?s)\\W.*", ""))
                .findFirst()
                .orElse("");
    }
}
