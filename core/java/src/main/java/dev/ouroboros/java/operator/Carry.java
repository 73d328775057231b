package dev.ouroboros.java.operator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Carries an element of an array from one round of a loop to the next in a variable, where {@code a[i - 1]} is what the round
 * before stored in, or read from, {@code a[i]}. Memory would be slower, and no compiler can be sure.
 */
final class Carry {
    private Carry() {}

    static List<List<Edit>> all(Source source) {
        return Loop.all(source)
                .filter(loop -> loop.body() instanceof BlockStmt && !loop.leaves())
                .flatMap(loop -> carried(source, loop))
                .toList();
    }

    private static Stream<List<Edit>> carried(Source source, Loop loop) {
        Map<String, List<ArrayAccessExpr>> before = new LinkedHashMap<>();
        Map<String, List<ArrayAccessExpr>> here = new LinkedHashMap<>();
        for (ArrayAccessExpr access : loop.body().findAll(ArrayAccessExpr.class)) {
            String index = access.getIndex().toString().replace(" ", "");
            String array = source.text(access.getName());
            if (index.equals(loop.variable() + "-1")) {
                before.computeIfAbsent(array, _ -> new ArrayList<>()).add(access);
            } else if (index.equals(loop.variable())) {
                here.computeIfAbsent(array, _ -> new ArrayList<>()).add(access);
            }
        }
        List<List<Edit>> each = new ArrayList<>();
        List<Edit> together = new ArrayList<>();
        for (var loads : before.entrySet()) {
            List<ArrayAccessExpr> others = here.getOrDefault(loads.getKey(), List.of());
            if (!others.isEmpty() && loads.getValue().stream().noneMatch(Carry::isTarget)) {
                List<ArrayAccessExpr> stores =
                        others.stream().filter(Carry::isTarget).toList();
                each.add(edits(source, loop, loads.getKey(), loads.getValue(), stores, ""));
                together.addAll(edits(source, loop, loads.getKey(), loads.getValue(), stores, "_" + each.size()));
            }
        }
        if (each.size() > 1) {
            each.add(together);
        }
        return each.stream();
    }

    private static List<Edit> edits(
            Source source,
            Loop loop,
            String array,
            List<ArrayAccessExpr> loads,
            List<ArrayAccessExpr> stores,
            String suffix) {
        List<Edit> edits = new ArrayList<>();
        String name = source.fresh("carried") + suffix;
        String from = source.text(loop.from());
        String first = from.equals("0") ? "0" : array + "[" + from + " - 1]";
        edits.add(Edit.insert(
                source.start(loop.statement()), "{\n" + element(source, array) + " " + name + " = " + first + ";\n"));
        edits.add(Edit.insert(source.end(loop.statement()), "\n}"));
        loads.forEach(load -> edits.add(source.replace(load, name)));
        for (ArrayAccessExpr store : stores) {
            if (store.getParentNode().orElseThrow() instanceof AssignExpr assign
                    && assign.getOperator() == AssignExpr.Operator.ASSIGN) {
                edits.add(Edit.insert(source.start(assign.getValue()), name + " = "));
            }
        }
        if (stores.isEmpty()) {
            edits.add(Edit.insert(source.end(loop.body()) - 1, name + " = " + array + "[" + loop.variable() + "];\n"));
        }
        return edits;
    }

    private static boolean isTarget(ArrayAccessExpr access) {
        Node parent = access.getParentNode().orElse(null);
        return (parent instanceof AssignExpr assign && Source.isSame(assign.getTarget(), access))
                || (parent instanceof UnaryExpr unary && Source.steps(unary));
    }

    /** The type of an element, by the declaration of the variable that the expression begins with. */
    private static String element(Source source, String array) {
        String root = array.replaceAll("\\W.*", "");
        Type declared = Stream.concat(
                        source.all(VariableDeclarator.class).stream()
                                .filter(each -> each.getNameAsString().equals(root))
                                .map(VariableDeclarator::getType),
                        source.all(Parameter.class).stream()
                                .filter(each -> each.getNameAsString().equals(root))
                                .map(Parameter::getType))
                .findFirst()
                .orElse(null);
        if (declared != null && declared.isArrayType()) {
            return declared.getElementType().asString();
        }
        // A row that was hoisted; most arrays of arrays are of numbers.
        return source.all(VariableDeclarator.class).stream()
                .filter(each -> each.getNameAsString().equals(root))
                .flatMap(each -> each.getInitializer().stream())
                .map(row -> element(source, row.toString()))
                .findFirst()
                .orElse("int");
    }
}
