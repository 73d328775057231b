package dev.ouroboros.java.operator;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.ouroboros.java.operator.Signatures.Method;
import dev.ouroboros.java.operator.Signatures.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other choices where code chooses: another element, another method of the same kind, now and then the other way, once more. */
final class Choices {
    private static final int FEW = 4;
    private static final List<Integer> CHANCES = List.of(4, 16);

    private Choices() {}

    /** Chooses another element of a list: the first, the last, any, any of the first few, the one with the most or least of something. */
    static List<List<Edit>> elements(Source source, Signatures signatures) {
        var typing = new Typing(source, signatures);
        List<List<Edit>> all = new ArrayList<>();
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            Expression list = call.getScope().orElse(null);
            if (list == null || !list.isNameExpr() || !isElement(call)) {
                continue;
            }
            ValueType type = typing.of(list);
            ValueType element = type == null ? null : type.element();
            if (element != null) {
                for (String other : others(typing, list.toString(), element, random(call, typing))) {
                    if (!other.equals(source.text(call))) {
                        all.add(List.of(source.replace(call, other)));
                    }
                }
            }
        }
        return all;
    }

    private static boolean isElement(MethodCallExpr call) {
        return switch (call.getNameAsString()) {
            case "getFirst", "getLast" -> call.getArguments().isEmpty();
            case "get" -> call.getArguments().size() == 1;
            default -> false;
        };
    }

    private static List<String> others(Typing typing, String list, ValueType element, @Nullable String random) {
        List<String> others = new ArrayList<>(List.of(list + ".getFirst()", list + ".getLast()"));
        if (random != null) {
            others.add(list + ".get(" + random + ".nextInt(" + list + ".size()))");
            others.add(list + ".get(" + random + ".nextInt(Math.min(" + FEW + ", " + list + ".size())))");
        }
        for (Method method : typing.methods(element)) {
            if (method.parameters().isEmpty() && method.result().name().equals("double")) {
                for (String most : List.of("max", "min")) {
                    others.add("java.util.Collections." + most + "(" + list
                            + ", java.util.Comparator.comparingDouble(each -> each." + method.name() + "()))");
                }
            }
        }
        return others;
    }

    /** Calls another method that takes and returns the same. */
    static List<List<Edit>> alternatives(Source source, Signatures signatures) {
        var typing = new Typing(source, signatures);
        List<List<Edit>> all = new ArrayList<>();
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            ValueType type = call.getScope().map(typing::of).orElse(null);
            Method method = type == null
                    ? null
                    : signatures.method(
                            type, call.getNameAsString(), call.getArguments().size());
            if (type == null || method == null) {
                continue;
            }
            for (Method other : typing.methods(type)) {
                if (!other.name().equals(method.name())
                        && other.parameters().equals(method.parameters())
                        && other.result().equals(method.result())) {
                    all.add(List.of(source.replace(call.getName(), other.name())));
                }
            }
        }
        return all;
    }

    /** Goes the way of a condition now and then at random, too. */
    static List<List<Edit>> chances(Source source, Signatures signatures) {
        var typing = new Typing(source, signatures);
        List<List<Edit>> all = new ArrayList<>();
        for (IfStmt choice : source.all(IfStmt.class)) {
            String random = random(choice, typing);
            if (random != null) {
                for (int chance : CHANCES) {
                    all.add(List.of(Edit.insert(
                            source.end(choice.getCondition()), " || " + random + ".nextInt(" + chance + ") == 0")));
                }
            }
        }
        return all;
    }

    /** Calls a method that returns its own kind once more on what it returned. */
    static List<List<Edit>> again(Source source, Signatures signatures) {
        var typing = new Typing(source, signatures);
        List<List<Edit>> all = new ArrayList<>();
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            Expression scope = call.getScope().orElse(null);
            ValueType type = scope == null ? null : typing.of(scope);
            if (scope != null && type != null && signatures.isOwn(type) && type.equals(typing.of(call))) {
                String step = source.text().substring(source.end(scope), source.end(call));
                all.add(List.of(Edit.insert(source.end(call), step)));
            }
        }
        return all;
    }

    /** The parameter of the method around that random numbers come from. */
    private static @Nullable String random(com.github.javaparser.ast.Node at, Typing typing) {
        MethodDeclaration method = Source.around(at, MethodDeclaration.class);
        if (method == null) {
            return null;
        }
        return method.getParameters().stream()
                .filter(parameter -> ValueType.RANDOM.equals(typing.of(parameter.getType())))
                .map(Parameter::getNameAsString)
                .findFirst()
                .orElse(null);
    }
}
