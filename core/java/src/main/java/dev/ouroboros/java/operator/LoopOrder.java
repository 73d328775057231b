package dev.ouroboros.java.operator;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes in which order nested loops run through their rounds. */
final class LoopOrder {
    private LoopOrder() {}

    /** Exchanges two loops of which the inner one is all that the outer one does. */
    static List<List<Edit>> interchange(Source source) {
        return Loop.all(source).flatMap(outer -> nested(source, outer)).toList();
    }

    private static Stream<List<Edit>> nested(Source source, Loop outer) {
        Loop inner = inner(outer);
        return inner == null
                ? Stream.empty()
                : Stream.of(List.of(
                        header(source, outer, inner.header(source)), header(source, inner, outer.header(source))));
    }

    private static @Nullable Loop inner(Loop outer) {
        Statement only = outer.only();
        Loop inner = only == null ? null : Loop.of(only);
        return inner == null
                        || Source.names(inner.from()).contains(outer.variable())
                        || Source.names(inner.to()).contains(outer.variable())
                ? null
                : inner;
    }

    private static Edit header(Source source, Loop loop, String text) {
        return new Edit(
                source.start(loop.statement().getInitialization().get(0)),
                source.end(loop.statement().getUpdate().get(0)),
                text);
    }

    /**
     * Lets a sum grow in its array instead of in a variable, so that the loop of the sum can be the outer one: {@code for (j)
     * { s = 0; for (k) s += e; x[j] = s; }} becomes {@code for (j) x[j] = 0; for (k) for (j) x[j] += e;}. Every element is
     * added up in the same order as before.
     */
    static List<List<Edit>> scatter(Source source) {
        return Loop.all(source)
                .flatMap(loop -> Stream.ofNullable(scattered(source, loop)))
                .map(List::of)
                .toList();
    }

    private static @Nullable Edit scattered(Source source, Loop outer) {
        List<Statement> body = outer.statements();
        if (body.size() != 3
                || !(expression(body.getFirst()) instanceof VariableDeclarationExpr declaration)
                || declaration.getVariables().size() != 1
                || declaration.getVariable(0).getInitializer().isEmpty()) {
            return null;
        }
        String sum = declaration.getVariable(0).getNameAsString();
        Loop inner = Loop.of(body.get(1));
        Statement adds = inner == null ? null : inner.only();
        if (inner == null
                || adds == null
                || !(expression(adds) instanceof AssignExpr add)
                || !add.getTarget().toString().equals(sum)
                || add.getOperator() != AssignExpr.Operator.PLUS
                || !(expression(body.get(2)) instanceof AssignExpr store)
                || store.getOperator() != AssignExpr.Operator.ASSIGN
                || !store.getTarget().isArrayAccessExpr()
                || !store.getValue().toString().equals(sum)
                || Source.names(inner.to()).contains(outer.variable())) {
            return null;
        }
        String target = source.text(store.getTarget());
        return source.replace(
                outer.statement(),
                "for (" + outer.header(source) + ") {\n" + target + " = "
                        + source.text(
                                declaration.getVariable(0).getInitializer().get()) + ";\n}\nfor ("
                        + inner.header(source) + ") {\nfor (" + outer.header(source) + ") {\n" + target + " += "
                        + source.text(add.getValue()) + ";\n}\n}");
    }

    static @Nullable Expression expression(Statement statement) {
        return statement instanceof ExpressionStmt expression ? expression.getExpression() : null;
    }

    /** Cuts the inner of two loops into pieces that stay in a cache, and runs the outer one for each. */
    static List<List<Edit>> tile(Source source) {
        List<List<Edit>> tilings = new ArrayList<>();
        Loop.all(source).forEach(outer -> {
            Loop inner = inner(outer);
            if (inner != null) {
                for (int size : List.of(16, 64, 256)) {
                    tilings.add(List.of(tiled(source, outer, inner, size)));
                }
            }
        });
        return tilings;
    }

    private static Edit tiled(Source source, Loop outer, Loop inner, int size) {
        String start = source.fresh("tile");
        String type = inner.type();
        String variable = inner.variable();
        String end = source.text(inner.to()) + (inner.inclusive() ? " + 1" : "");
        return source.replace(
                outer.statement(),
                "for (" + type + " " + start + " = " + source.text(inner.from()) + "; " + start + " < " + end + "; "
                        + start + " += " + size + ") {\nfor (" + outer.header(source) + ") {\nfor (" + type + " "
                        + variable + " = " + start + "; " + variable + " < Math.min(" + start + " + " + size + ", "
                        + end + "); " + variable + "++) " + source.text(inner.body()) + "\n}\n}");
    }
}
