package dev.ouroboros.java.operator;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other ways to look into strings. */
final class Strings {
    private Strings() {}

    /** Compares in place instead of with a copy: {@code s.substring(a, b).equals(t)}. */
    static List<List<Edit>> inPlace(Source source) {
        return source.all(MethodCallExpr.class).stream()
                .filter(call -> call.getNameAsString().equals("equals")
                        && call.getArguments().size() == 1)
                .flatMap(call -> Stream.of(call)
                        .flatMap(each -> each.getScope().stream())
                        .filter(scope -> scope instanceof MethodCallExpr part
                                && part.getNameAsString().equals("substring")
                                && part.getArguments().size() == 2
                                && part.getScope().isPresent())
                        .map(MethodCallExpr.class::cast)
                        .flatMap(part -> compared(source, call, part)))
                .toList();
    }

    private static Stream<List<Edit>> compared(Source source, MethodCallExpr call, MethodCallExpr part) {
        String whole = source.text(part.getScope().orElseThrow());
        String at = source.text(part.getArgument(0));
        String other = source.text(call.getArgument(0));
        return Stream.of(
                List.of(source.replace(call, whole + ".startsWith(" + other + ", " + at + ")")),
                List.of(source.replace(
                        call, whole + ".regionMatches(" + at + ", " + other + ", 0, " + other + ".length())")));
    }

    /** Leaps from match to match: {@code for (i) if (s.startsWith(t, i))} with {@code indexOf}. */
    static List<List<Edit>> leap(Source source) {
        return Loop.all(source)
                .flatMap(loop -> Stream.ofNullable(leapt(source, loop)))
                .toList();
    }

    private static @Nullable List<Edit> leapt(Source source, Loop loop) {
        Statement only = loop.only();
        if (!(only instanceof IfStmt choice) || choice.hasElseBranch()) {
            return null;
        }
        String text = null;
        String sought = null;
        if (choice.getCondition() instanceof MethodCallExpr call
                && call.getNameAsString().equals("startsWith")
                && call.getArguments().size() == 2
                && call.getArgument(1).toString().equals(loop.variable())
                && call.getScope().isPresent()) {
            text = source.text(call.getScope().get());
            sought = source.text(call.getArgument(0));
        } else if (choice.getCondition() instanceof BinaryExpr binary
                && binary.getOperator() == BinaryExpr.Operator.EQUALS
                && binary.getLeft() instanceof MethodCallExpr call
                && call.getNameAsString().equals("charAt")
                && call.getArgument(0).toString().equals(loop.variable())
                && call.getScope().isPresent()) {
            text = source.text(call.getScope().get());
            sought = source.text(binary.getRight());
        }
        if (text == null || sought == null) {
            return null;
        }
        ForStmt statement = loop.statement();
        String variable = loop.variable();
        return List.of(source.replace(
                statement,
                "for (" + loop.type() + " " + variable + " = " + text + ".indexOf(" + sought + ", "
                        + source.text(loop.from()) + "); " + variable + " >= 0 && " + variable + " " + loop.less()
                        + " " + source.text(loop.to()) + "; " + variable + " = " + text + ".indexOf(" + sought + ", "
                        + variable + " + 1)) " + source.text(choice.getThenStmt())));
    }

    /** Copies a string that is read by {@code charAt} into an array once. */
    static List<List<Edit>> arrays(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (MethodDeclaration method : source.all(MethodDeclaration.class)) {
            List<Edit> together = new ArrayList<>();
            var heads = new StringBuilder();
            for (Parameter parameter : method.getParameters()) {
                String name = parameter.getNameAsString();
                List<MethodCallExpr> reads = calls(method, name, "charAt");
                if (!parameter.getTypeAsString().equals("String")
                        || reads.isEmpty()
                        || method.getBody().isEmpty()
                        || Source.changed(method.getBody().get()).contains(name)) {
                    continue;
                }
                String array = source.fresh(name + "Chars");
                String head = "\nfinal char[] " + array + " = " + name + ".toCharArray();";
                List<Edit> edits = new ArrayList<>();
                reads.forEach(
                        read -> edits.add(source.replace(read, array + "[" + source.text(read.getArgument(0)) + "]")));
                calls(method, name, "length").forEach(read -> edits.add(source.replace(read, array + ".length")));
                together.addAll(edits);
                heads.append(head);
                edits.add(Edit.insert(source.start(method.getBody().get()) + 1, head));
                all.add(edits);
            }
            if (all.size() > 1 && !together.isEmpty()) {
                together.add(Edit.insert(source.start(method.getBody().orElseThrow()) + 1, heads.toString()));
                all.addFirst(together);
            }
        }
        return all;
    }

    private static List<MethodCallExpr> calls(MethodDeclaration method, String scope, String name) {
        return method.findAll(MethodCallExpr.class).stream()
                .filter(call -> call.getNameAsString().equals(name)
                        && call.getScope()
                                .filter(each -> each.toString().equals(scope))
                                .isPresent())
                .toList();
    }
}
