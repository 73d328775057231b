package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edit;
import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks for what a loop will read some rounds later. */
final class Prefetch implements Rewrite {
    private static final List<Integer> ROUNDS_AHEAD = List.of(8, 64);

    @Override
    public List<List<Edit>> of(Source source) {
        return CountedLoop.in(source)
                .filter(CountedLoop::innermost)
                .flatMap(loop -> edits(source, loop))
                .toList();
    }

    private static Stream<List<Edit>> edits(Source source, CountedLoop loop) {
        return loop.body()
                .all("subscript_expression")
                .filter(element -> follows(source, element, loop))
                .map(element -> source.text(element, "argument"))
                .distinct()
                .flatMap(array -> ROUNDS_AHEAD.stream().map(rounds -> edit(source, loop, array, rounds)));
    }

    private static List<Edit> edit(Source source, CountedLoop loop, String array, int rounds) {
        var element = loop.body()
                .all("subscript_expression")
                .filter(each -> follows(source, each, loop)
                        && source.text(each, "argument").equals(array))
                .findFirst()
                .orElseThrow();
        var ahead = "(" + loop.variable() + " + " + loop.distance(rounds) + ")";
        var call = "__builtin_prefetch(&" + source.substituted(element, Map.of(loop.variable(), ahead)) + ");";
        var body = loop.body();
        return body.is("compound_statement")
                ? List.of(Edit.insert(body.start() + 1, " " + call))
                : List.of(Edit.insert(body.start(), "{ " + call + " "), Edit.insert(body.end(), " }"));
    }

    private static boolean follows(Source source, Node element, CountedLoop loop) {
        var index = element.child("index");
        return index != null
                && index.all("identifier").anyMatch(name -> source.text(name).equals(loop.variable()))
                && index.all("subscript_expression", "update_expression", "call_expression")
                        .findAny()
                        .isEmpty();
    }
}
