package dev.ouroboros.java.operator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other ways to look into strings. */
final class Strings {
    /** Types with {@code charAt}, and what makes a string of a value. */
    private static final Map<String, String> TEXTS = Map.of("String", "", "CharSequence", ".toString()");

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

    /** Copies a string that is read by {@code charAt} into an array once, where it is first read: before, it may be null. */
    static List<List<Edit>> arrays(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (MethodDeclaration method : source.all(MethodDeclaration.class)) {
            List<List<Edit>> single = method.getParameters().stream()
                    .map(parameter -> array(source, method, parameter))
                    .filter(edits -> !edits.isEmpty())
                    .toList();
            if (single.size() > 1) {
                all.add(single.stream().flatMap(List::stream).toList());
            }
            all.addAll(single);
        }
        return all;
    }

    private static List<Edit> array(Source source, MethodDeclaration method, Parameter parameter) {
        String name = parameter.getNameAsString();
        String whole = TEXTS.get(parameter.getTypeAsString());
        BlockStmt body = method.getBody().orElse(null);
        if (whole == null || body == null || Source.changed(body).contains(name)) {
            return List.of();
        }
        Statement first = body.getStatements().stream()
                .filter(each -> !calls(each, name, "charAt").isEmpty())
                .findFirst()
                .orElse(null);
        if (first == null) {
            return List.of();
        }
        String array = source.fresh(name + "Chars");
        int from = source.start(first);
        List<Edit> edits = new ArrayList<>();
        edits.add(Edit.insert(from, "final char[] " + array + " = " + name + whole + ".toCharArray();\n"));
        calls(body, name, "charAt")
                .forEach(read -> edits.add(source.replace(read, array + "[" + source.text(read.getArgument(0)) + "]")));
        calls(body, name, "length").stream()
                .filter(read -> source.start(read) >= from)
                .forEach(read -> edits.add(source.replace(read, array + ".length")));
        return edits;
    }

    private static List<MethodCallExpr> calls(Node node, String scope, String name) {
        return node.findAll(MethodCallExpr.class).stream()
                .filter(call -> call.getNameAsString().equals(name)
                        && call.getScope()
                                .filter(each -> each.toString().equals(scope))
                                .isPresent())
                .toList();
    }
}
