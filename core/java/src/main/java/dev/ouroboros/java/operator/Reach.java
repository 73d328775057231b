package dev.ouroboros.java.operator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.ouroboros.java.operator.Signatures.Method;
import dev.ouroboros.java.operator.Signatures.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value of the same type from elsewhere: from what the parameters of the method lead to, by calling methods of the task's own
 * classes and by choosing elements of lists. Where the way ends, at an empty list, the value is what it was. The way becomes
 * a method of its own, so that others can change it step by step.
 */
final class Reach {
    /** Calls, and choices of an element. */
    private static final int MOST_STEPS = 5;

    private static final String OTHERWISE = "otherwise";

    private final Typing typing;
    private final Map<String, ValueType> scope = new LinkedHashMap<>();
    private @Nullable String random;

    private Reach(Typing typing, MethodDeclaration method) {
        this.typing = typing;
        for (Parameter parameter : method.getParameters()) {
            ValueType type = typing.of(parameter.getType());
            if (type != null) {
                scope.put(parameter.getNameAsString(), type);
                random = type.equals(ValueType.RANDOM) ? parameter.getNameAsString() : random;
            }
        }
    }

    /**
     * A way as far as it was made.
     *
     * @param lists in the order in which they are made; the n-th is the variable {@code from}n
     * @param value an expression
     */
    private record Way(List<String> lists, String value, ValueType type, int steps) {

        /** Returns whether it ends with an element that is drawn. */
        boolean isDrawn() {
            return value.startsWith("from") && value.contains(".get(") && value.endsWith(".size()))");
        }

        Way to(String next, ValueType reached) {
            return new Way(lists, next, reached, steps + 1);
        }
    }

    /** Takes a certain value. */
    static List<List<Edit>> values(Source source, Signatures signatures) {
        return all(source, signatures, false);
    }

    /** Draws one from a list. */
    static List<List<Edit>> draws(Source source, Signatures signatures) {
        return all(source, signatures, true);
    }

    private static List<List<Edit>> all(Source source, Signatures signatures, boolean drawn) {
        var typing = new Typing(source, signatures);
        List<List<Edit>> all = new ArrayList<>();
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            MethodDeclaration method = Source.around(call, MethodDeclaration.class);
            ValueType type = typing.of(call);
            if (method != null && type != null && isUsed(call) && signatures.isOwn(type)) {
                for (Way way : new Reach(typing, method).ways(type)) {
                    boolean same = way.lists().isEmpty() && way.value().equals(source.text(call));
                    if (way.isDrawn() == drawn && !same) {
                        all.add(edits(source, typing, method, call, way));
                    }
                }
            }
        }
        return all;
    }

    /** Whether nothing but its value counts. The body of a lambda is a statement to the parser, and a value to whoever calls it. */
    private static boolean isUsed(MethodCallExpr call) {
        Node around = call.getParentNode().orElse(null);
        boolean statement =
                around instanceof ExpressionStmt && !(around.getParentNode().orElse(null) instanceof LambdaExpr);
        return !statement && !call.getNameAsString().startsWith("remove");
    }

    private List<Way> ways(ValueType wanted) {
        List<Way> found = new ArrayList<>();
        List<Way> open = new ArrayList<>();
        scope.forEach((name, type) -> {
            if (leads(type)) {
                open.add(new Way(List.of(), name, type, 0));
            }
        });
        for (int i = 0; i < open.size(); i++) {
            Way way = open.get(i);
            if (way.type().equals(wanted) && way.steps() > 0) {
                found.add(way);
            }
            if (way.steps() < MOST_STEPS) {
                open.addAll(further(way));
            }
        }
        return found;
    }

    private List<Way> further(Way way) {
        List<Way> further = new ArrayList<>();
        ValueType element = way.type().element();
        if (element != null) {
            List<String> lists = new ArrayList<>(way.lists());
            String list = "from" + lists.size();
            lists.add(way.value());
            further.add(new Way(lists, list + ".getFirst()", element, way.steps() + 1));
            if (random != null) {
                String any = list + ".get(" + random + ".nextInt(" + list + ".size()))";
                further.add(new Way(lists, any, element, way.steps() + 1));
            }
            return further;
        }
        for (Method method : typing.methods(way.type())) {
            String arguments = fromScope(method.parameters());
            if (arguments != null && leads(method.result())) {
                further.add(way.to(way.value() + "." + method.name() + "(" + arguments + ")", method.result()));
            }
        }
        receivers()
                .forEach((receiver, type) -> typing.methods(type).stream()
                        .filter(method -> method.parameters().equals(List.of(way.type())) && leads(method.result()))
                        .forEach(method -> further.add(
                                way.to(receiver + "." + method.name() + "(" + way.value() + ")", method.result()))));
        return further;
    }

    /** Only values of the task's own types and lists of them lead any further. */
    private boolean leads(ValueType type) {
        ValueType element = type.element();
        return typing.signatures().isOwn(element == null ? type : element);
    }

    /** Arguments that are parameters of the method around; null if one is missing. Numbers mean too much to be mixed up. */
    private @Nullable String fromScope(List<ValueType> parameters) {
        List<String> arguments = new ArrayList<>();
        for (ValueType parameter : parameters) {
            String name = scope.entrySet().stream()
                    .filter(each -> each.getValue().equals(parameter)
                            && parameter.name().contains("."))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (name == null) {
                return null;
            }
            arguments.add(name);
        }
        return String.join(", ", arguments);
    }

    /** What can be asked about a value: the parameters, and what they lead to at once. */
    private Map<String, ValueType> receivers() {
        Map<String, ValueType> receivers = new LinkedHashMap<>();
        scope.forEach((name, type) -> {
            receivers.put(name, type);
            typing.methods(type).stream()
                    .filter(method ->
                            method.parameters().isEmpty() && typing.signatures().isOwn(method.result()))
                    .forEach(method -> receivers.put(name + "." + method.name() + "()", method.result()));
        });
        return receivers;
    }

    private static List<Edit> edits(
            Source source, Typing typing, MethodDeclaration method, MethodCallExpr call, Way way) {
        String name = source.fresh("reached");
        String type = typing.spelled(way.type());
        List<String> used = method.getParameters().stream()
                .map(Parameter::getNameAsString)
                .filter(parameter -> uses(way, parameter))
                .toList();
        String parameters = method.getParameters().stream()
                .filter(parameter -> used.contains(parameter.getNameAsString()))
                .map(source::text)
                .collect(Collectors.joining(", "));
        var body = new StringBuilder("\n    private static " + type + " " + name + "(" + parameters
                + (used.isEmpty() ? "" : ", ") + type + " " + OTHERWISE + ") {\n");
        for (int i = 0; i < way.lists().size(); i++) {
            body.append("        var from")
                    .append(i)
                    .append(" = ")
                    .append(way.lists().get(i))
                    .append(";\n");
            body.append("        if (from")
                    .append(i)
                    .append(".isEmpty()) {\n            return ")
                    .append(OTHERWISE);
            body.append(";\n        }\n");
        }
        body.append("        return ").append(way.value()).append(";\n    }\n");
        var around = Objects.requireNonNull(
                Source.around(method, ClassOrInterfaceDeclaration.class), "a method that is in no class");
        return List.of(
                source.replace(
                        call,
                        name + "(" + String.join(", ", used) + (used.isEmpty() ? "" : ", ") + source.text(call) + ")"),
                Edit.insert(source.end(around) - 1, body.toString()));
    }

    private static boolean uses(Way way, String parameter) {
        String word = "(?s).*\\b" + parameter + "\\b.*";
        return way.value().matches(word) || way.lists().stream().anyMatch(list -> list.matches(word));
    }
}
