package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Register blocking: does several rounds of an outer loop together, with the loops inside them merged, so that what they
 * load serves all of them. Also called unroll and jam.
 */
final class UnrollAndJam implements Rewrite {
    private static final List<Integer> FACTORS = List.of(2, 4, 8);

    @Override
    public List<List<Edit>> of(Source source) {
        return CountedLoop.in(source)
                .filter(loop -> !loop.innermost() && loop.runsThrough() && source.isPlain(loop.node()))
                .filter(loop -> loop.statements().stream().anyMatch(inner -> mergeable(source, inner, loop)))
                .flatMap(loop -> FACTORS.stream().map(factor -> List.of(new Jam(source, loop, factor).edit())))
                .toList();
    }

    /** Whether a statement is a loop that runs alike in every round of the outer one. */
    private static boolean mergeable(Source source, Node statement, CountedLoop outer) {
        var inner = CountedLoop.of(source, statement);
        if (inner == null) {
            return false;
        }
        var changing = new HashSet<>(declared(source, outer.body()));
        changing.add(outer.variable());
        var header = source.text().substring(statement.start(), inner.body().start());
        return changing.stream()
                .filter(name -> !name.equals(inner.variable()))
                .noneMatch(name -> header.matches("(?s).*\\b" + name + "\\b.*"));
    }

    /** The names that a body declares outside the headers of loops: each copy needs its own. */
    private static Set<String> declared(Source source, Node body) {
        return Names.declared(source, body, UnrollAndJam::isStatement);
    }

    private static boolean isStatement(Node declaration) {
        var parent = declaration.parent();
        return parent == null || !parent.is("for_statement");
    }

    private static final class Jam {
        private final Source source;
        private final CountedLoop loop;
        private final int factor;
        private final List<Map<String, String>> copies = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        Jam(Source source, CountedLoop loop, int factor) {
            this.source = source;
            this.loop = loop;
            this.factor = factor;
            var names = declared(source, loop.body());
            for (int k = 0; k < factor; k++) {
                int copy = k;
                var renamed = new HashMap<String, String>();
                names.forEach(name -> renamed.put(name, name + "_" + copy));
                if (k > 0) {
                    renamed.put(loop.variable(), "(" + loop.variable() + " + " + loop.distance(k) + ")");
                }
                copies.add(renamed);
            }
        }

        Edit edit() {
            var name = loop.variable();
            lines.add((loop.type() == null ? "" : loop.type() + " ") + name + " = " + loop.first() + ";");
            lines.add("for (; " + name + " + " + loop.distance(factor - 1) + " " + loop.comparison() + " "
                    + loop.bound() + "; " + name + " += " + loop.distance(factor) + ") {");
            loop.statements().forEach(statement -> add(statement, Blocks.INDENT));
            lines.add("}");
            lines.add("for (; " + name + " " + loop.comparison() + " " + loop.bound() + "; " + name + " += "
                    + loop.step() + ") " + Blocks.braced(source, loop.body()));
            return Blocks.block(source, loop.node(), lines);
        }

        private void add(Node statement, String indent) {
            var inner = CountedLoop.of(source, statement);
            if (inner != null && mergeable(source, statement, loop)) {
                lines.add(indent + inner.header() + " {");
                inner.statements().forEach(each -> add(each, indent + Blocks.INDENT));
                lines.add(indent + "}");
            } else {
                IntStream.range(0, factor)
                        .forEach(k -> lines.add(indent + source.substituted(statement, copies.get(k))));
            }
        }
    }
}
