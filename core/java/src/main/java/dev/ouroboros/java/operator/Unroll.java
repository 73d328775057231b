package dev.ouroboros.java.operator;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does several rounds of a loop in one. */
final class Unroll {
    private static final List<Integer> FACTORS = List.of(2, 4);

    private Unroll() {}

    /** Repeats the body. */
    static List<List<Edit>> plain(Source source) {
        List<List<Edit>> unrolled = new ArrayList<>();
        Loop.all(source)
                .filter(loop -> !loop.leaves()
                        && loop.body()
                                .findAll(com.github.javaparser.ast.stmt.ForStmt.class)
                                .isEmpty())
                .forEach(loop -> FACTORS.forEach(factor -> {
                    var body = new StringBuilder();
                    for (int i = 0; i < factor; i++) {
                        body.append("{ ")
                                .append(round(source, loop, loop.body(), i))
                                .append(" }\n");
                    }
                    unrolled.add(List.of(rounds(source, loop, factor, "", body.toString(), "")));
                }));
        return unrolled;
    }

    /** Adds up in several variables, which do not wait for each other; a sum of real numbers may round differently. */
    static List<List<Edit>> accumulators(Source source) {
        List<List<Edit>> unrolled = new ArrayList<>();
        Loop.all(source).forEach(loop -> {
            Statement only = loop.only();
            if (only != null
                    && LoopOrder.expression(only) instanceof AssignExpr add
                    && add.getOperator() == AssignExpr.Operator.PLUS
                    && add.getTarget().isNameExpr()) {
                String type = type(source, add.getTarget().toString());
                for (int factor : FACTORS) {
                    if (type != null) {
                        unrolled.add(List.of(several(source, loop, add, type, factor)));
                    }
                }
            }
        });
        return unrolled;
    }

    private static Edit several(Source source, Loop loop, AssignExpr add, String type, int factor) {
        String sum = add.getTarget().toString();
        String stem = source.fresh(sum) + "x";
        var before = new StringBuilder();
        var body = new StringBuilder();
        var after = new StringBuilder(sum + " += ");
        for (int i = 0; i < factor; i++) {
            String own = i == 0 ? sum : stem + i;
            body.append(own)
                    .append(" += ")
                    .append(round(source, loop, add.getValue(), i))
                    .append(";\n");
            if (i > 0) {
                before.append(type).append(' ').append(own).append(" = 0;\n");
                after.append(i == 1 ? "" : " + ").append(own);
            }
        }
        return rounds(source, loop, factor, before.toString(), body.toString(), after + ";\n");
    }

    private static String round(Source source, Loop loop, com.github.javaparser.ast.Node node, int number) {
        return number == 0
                ? source.text(node)
                : source.substituted(node, loop.variable(), "(" + loop.variable() + " + " + number + ")");
    }

    private static Edit rounds(Source source, Loop loop, int factor, String before, String body, String after) {
        String variable = loop.variable();
        String bound = " " + loop.less() + " " + source.text(loop.to()) + "; ";
        return source.replace(
                loop.statement(),
                "{\n" + before + loop.type() + " " + variable + " = " + source.text(loop.from()) + ";\nfor (; "
                        + variable + " + " + (factor - 1) + bound + variable + " += " + factor + ") {\n" + body
                        + "}\nfor (; " + variable + bound + variable + "++) " + source.text(loop.body()) + "\n"
                        + after + "}");
    }

    private static @Nullable String type(Source source, String variable) {
        return source.all(VariableDeclarator.class).stream()
                .filter(each -> each.getNameAsString().equals(variable))
                .map(VariableDeclarator::getTypeAsString)
                .filter(type -> type.matches("int|long|double|float"))
                .findFirst()
                .orElse(null);
    }
}
