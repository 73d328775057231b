package dev.ouroboros.java.operator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes before a loop what is the same in all its rounds. */
final class Hoist {
    private Hoist() {}

    /** Sizes, lengths, calls and arithmetic. */
    static List<List<Edit>> values(Source source) {
        return loops(source)
                .flatMap(loop -> hoists(source, loop, Hoist::isValue))
                .toList();
    }

    /** Rows of arrays of arrays: {@code a[i]} where {@code a[i][j]} is read or written. */
    static List<List<Edit>> rows(Source source) {
        List<List<Edit>> all = new ArrayList<>(loops(source)
                .flatMap(loop -> hoists(source, loop, Hoist::isRow))
                .toList());
        loops(source).forEach(loop -> {
            Map<String, List<Expression>> rows = invariant(source, loop, Hoist::isRow);
            if (rows.size() > 1) {
                all.addFirst(edits(source, loop, rows));
            }
        });
        return all;
    }

    private static Stream<Statement> loops(Source source) {
        return source.all(Statement.class).stream()
                .filter(each -> each instanceof ForStmt || each instanceof WhileStmt || each instanceof ForEachStmt)
                .filter(loop -> loop.getParentNode()
                        .filter(LabeledStmt.class::isInstance)
                        .isEmpty());
    }

    private static Stream<List<Edit>> hoists(Source source, Statement loop, Predicate<Expression> kind) {
        return invariant(source, loop, kind).entrySet().stream()
                .map(each -> edits(source, loop, Map.of(each.getKey(), each.getValue())));
    }

    /** What does not change, the largest expressions only, by their text. */
    private static Map<String, List<Expression>> invariant(Source source, Statement loop, Predicate<Expression> kind) {
        Set<String> changed = Source.changed(loop);
        Map<String, List<Expression>> found = new LinkedHashMap<>();
        for (Expression expression : loop.findAll(Expression.class)) {
            if (kind.test(expression) && stays(expression, changed) && !inFirst(loop, expression)) {
                boolean inside = expression
                        .getParentNode()
                        .filter(Expression.class::isInstance)
                        .map(Expression.class::cast)
                        .filter(parent -> kind.test(parent) && stays(parent, changed))
                        .isPresent();
                if (!inside) {
                    found.computeIfAbsent(source.text(expression), _ -> new ArrayList<>())
                            .add(expression);
                }
            }
        }
        return found;
    }

    private static boolean stays(Expression expression, Set<String> changed) {
        return !Source.names(expression).isEmpty()
                && Source.names(expression).stream().noneMatch(changed::contains)
                && !changed.contains(expression.toString())
                && expression.findAll(AssignExpr.class).isEmpty()
                && expression.findAll(UnaryExpr.class).stream().noneMatch(Source::steps)
                && !Source.isWithin(expression, LambdaExpr.class::isInstance);
    }

    /** What a loop does first it does once. */
    private static boolean inFirst(Statement loop, Node node) {
        return loop instanceof ForStmt counted
                && counted.getInitialization().stream().anyMatch(first -> first.isAncestorOf(node));
    }

    private static boolean isValue(Expression expression) {
        return switch (expression) {
            case MethodCallExpr call ->
                call.getScope().isPresent()
                        && call.getParentNode()
                                .filter(Statement.class::isInstance)
                                .isEmpty();
            case FieldAccessExpr field -> field.getNameAsString().equals("length");
            case BinaryExpr binary -> !binary.toString().contains("\"");
            case ArrayAccessExpr access -> !isRow(access) && !isTarget(access);
            default -> false;
        };
    }

    private static boolean isRow(Expression expression) {
        return expression instanceof ArrayAccessExpr access
                && access.getParentNode()
                        .filter(ArrayAccessExpr.class::isInstance)
                        .map(ArrayAccessExpr.class::cast)
                        .filter(outer -> Source.isSame(outer.getName(), access))
                        .isPresent();
    }

    private static boolean isTarget(Expression expression) {
        return expression
                .getParentNode()
                .filter(parent -> (parent instanceof AssignExpr assign && Source.isSame(assign.getTarget(), expression))
                        || (parent instanceof UnaryExpr unary && Source.steps(unary)))
                .isPresent();
    }

    private static List<Edit> edits(Source source, Statement loop, Map<String, List<Expression>> expressions) {
        List<Edit> edits = new ArrayList<>();
        var before = new StringBuilder("{\n");
        int number = 0;
        for (var each : expressions.entrySet()) {
            String name = source.fresh("kept") + (expressions.size() == 1 ? "" : "_" + number++);
            before.append("final var ")
                    .append(name)
                    .append(" = ")
                    .append(each.getKey())
                    .append(";\n");
            each.getValue().forEach(place -> edits.add(source.replace(place, name)));
        }
        edits.add(Edit.insert(source.start(loop), before.toString()));
        edits.add(Edit.insert(source.end(loop), "\n}"));
        return edits;
    }
}
