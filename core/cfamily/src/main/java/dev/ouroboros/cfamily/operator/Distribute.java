package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Splits a loop in two, each with a part of the statements, so that one part can be done by vectors though the other
 * cannot. Not where the second part needs a scalar of the first.
 */
final class Distribute implements Rewrite {

    @Override
    public List<List<Edit>> of(Source source) {
        return CountedLoop.in(source)
                .filter(loop -> loop.statements().size() > 1 && loop.runsThrough() && source.isPlain(loop.node()))
                .flatMap(loop -> splits(source, loop))
                .map(List::of)
                .toList();
    }

    private static Stream<Edit> splits(Source source, CountedLoop loop) {
        var statements = loop.statements();
        return IntStream.range(1, statements.size())
                .filter(at -> independent(source, statements.subList(0, at), statements.subList(at, statements.size())))
                .mapToObj(at -> split(source, loop, at));
    }

    private static boolean independent(Source source, List<Node> first, List<Node> second) {
        var needed = new HashSet<String>();
        second.forEach(statement -> statement.all("identifier").forEach(name -> needed.add(source.text(name))));
        return first.stream()
                .noneMatch(statement -> Names.declared(source, statement, _ -> true).stream()
                                .anyMatch(needed::contains)
                        || statement
                                .all("assignment_expression", "update_expression")
                                .map(change -> change.child(change.is("update_expression") ? "argument" : "left"))
                                .anyMatch(target -> target != null
                                        && target.is("identifier")
                                        && needed.contains(source.text(target))));
    }

    private static Edit split(Source source, CountedLoop loop, int at) {
        var statements = loop.statements();
        var margin = source.indentation(loop.node().start());
        return Blocks.replacement(
                source,
                loop.node(),
                loop.header() + " " + body(source, statements.subList(0, at), margin) + "\n" + margin + loop.header()
                        + " " + body(source, statements.subList(at, statements.size()), margin));
    }

    private static String body(Source source, List<Node> statements, String margin) {
        var text = new StringBuilder("{\n");
        statements.forEach(statement -> text.append(margin)
                .append(Blocks.INDENT)
                .append(source.text(statement))
                .append('\n'));
        return text.append(margin).append('}').toString();
    }
}
