package dev.ouroboros.java.operator;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Other collections for the same purpose. Whether what is needed of one is the same in another, the checks tell. */
final class Collections {
    private static final Set<String> SEQUENCES = Set.of(
            "List",
            "ArrayList",
            "LinkedList",
            "Deque",
            "Queue",
            "ArrayDeque",
            "Collection",
            "Set",
            "HashSet",
            "LinkedHashSet",
            "TreeSet");

    private static final Set<String> MAPS = Set.of("Map", "HashMap", "LinkedHashMap", "TreeMap");

    private static final List<String> SEQUENCES_TO = List.of("ArrayList", "LinkedHashSet", "ArrayDeque", "HashSet");
    private static final List<String> MAPS_TO = List.of("HashMap", "LinkedHashMap", "TreeMap");

    private Collections() {}

    /** Gives a variable another collection, and its calls the names that all of them know. */
    static List<List<Edit>> exchange(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (VariableDeclarator variable : source.all(VariableDeclarator.class)) {
            if (variable.getType() instanceof ClassOrInterfaceType type
                    && variable.getInitializer().orElse(null) instanceof ObjectCreationExpr made) {
                String is = type.getNameAsString();
                List<String> others = SEQUENCES.contains(is) ? SEQUENCES_TO : MAPS.contains(is) ? MAPS_TO : List.of();
                for (String other : others) {
                    if (!other.equals(made.getType().getNameAsString())) {
                        all.add(edits(source, variable, type, made, other));
                    }
                }
            }
        }
        return all;
    }

    private static List<Edit> edits(
            Source source, VariableDeclarator variable, ClassOrInterfaceType type, ObjectCreationExpr made, String to) {
        List<Edit> edits = new ArrayList<>();
        String elements = type.getTypeArguments()
                .map(arguments -> arguments.stream().map(source::text).collect(Collectors.joining(", ", "<", ">")))
                .orElse("");
        edits.add(source.replace(type, "java.util." + to + elements));
        edits.add(source.replace(made, "new java.util." + to + (elements.isEmpty() ? "" : "<>") + "()"));
        String name = variable.getNameAsString();
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            Expression scope = call.getScope().orElse(null);
            if (scope != null
                    && (scope.toString().equals(name) || scope.toString().equals("this." + name))) {
                String end = end(call, source.text(scope));
                if (end != null) {
                    edits.add(source.replace(call, source.text(scope) + "." + end));
                }
            }
        }
        return edits;
    }

    /** Sequences name their ends; only lists count. */
    private static @org.jspecify.annotations.Nullable String end(MethodCallExpr call, String scope) {
        String name = call.getNameAsString();
        if (!(name.equals("get") || name.equals("remove"))
                || call.getArguments().size() != 1) {
            return null;
        }
        String index = call.getArgument(0).toString().replace(" ", "");
        String which = index.equals("0") ? "First" : index.equals(scope + ".size()-1") ? "Last" : null;
        return which == null ? null : name + which + "()";
    }

    /** Gives an empty collection room from the start. */
    static List<List<Edit>> room(Source source) {
        List<List<Edit>> all = new ArrayList<>();
        for (ObjectCreationExpr made : source.all(ObjectCreationExpr.class)) {
            String type = made.getType().getNameAsString();
            if (made.getArguments().isEmpty()
                    && Set.of(
                                    "ArrayList",
                                    "HashMap",
                                    "HashSet",
                                    "LinkedHashMap",
                                    "LinkedHashSet",
                                    "ArrayDeque",
                                    "StringBuilder")
                            .contains(type)) {
                for (int size : List.of(64, 1024)) {
                    all.add(List.of(Edit.insert(source.end(made) - 1, String.valueOf(size))));
                }
            }
        }
        return all;
    }

    /** Keeps numbers as such instead of in objects. */
    static List<List<Edit>> unbox(Source source) {
        return source.all(VariableDeclarator.class).stream()
                .filter(variable -> primitive(variable.getTypeAsString()) != null)
                .map(variable -> List.of(
                        source.replace(variable.getType(), String.valueOf(primitive(variable.getTypeAsString())))))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String primitive(String boxed) {
        return switch (boxed) {
            case "Integer" -> "int";
            case "Long" -> "long";
            case "Double" -> "double";
            case "Character" -> "char";
            case "Boolean" -> "boolean";
            default -> null;
        };
    }
}
