package dev.ouroboros.java.operator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.ouroboros.java.operator.Signatures.Method;
import dev.ouroboros.java.operator.Signatures.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions of one file, as far as they follow from declarations in it and from {@link Signatures}; null where they
 * do not.
 */
final class Typing {
    private static final int MOST_STEPS = 20;

    /** Methods of lists that return an element. */
    private static final Set<String> ELEMENTS =
            Set.of("get", "getFirst", "getLast", "remove", "removeFirst", "removeLast");

    private final Source source;
    private final Signatures signatures;

    Typing(Source source, Signatures signatures) {
        this.source = source;
        this.signatures = signatures;
    }

    Signatures signatures() {
        return signatures;
    }

    /** Returns the methods of a type that the file may call. */
    List<Method> methods(ValueType type) {
        return signatures.methods(type, source.packageName());
    }

    /** Returns how the file must spell a type. */
    String spelled(ValueType type) {
        boolean known = type.equals(named(type.simpleName()));
        return known ? type.simpleName() : type.name();
    }

    @Nullable
    ValueType of(Expression expression) {
        return of(expression, 0);
    }

    private @Nullable ValueType of(Expression expression, int steps) {
        if (steps > MOST_STEPS) {
            return null;
        }
        if (expression.isEnclosedExpr()) {
            return of(expression.asEnclosedExpr().getInner(), steps + 1);
        }
        if (expression.isNameExpr()) {
            return declared(expression, expression.asNameExpr().getNameAsString(), steps + 1);
        }
        if (expression instanceof ObjectCreationExpr made) {
            return of(made.getType());
        }
        return expression instanceof MethodCallExpr call ? result(call, steps + 1) : null;
    }

    private @Nullable ValueType result(MethodCallExpr call, int steps) {
        Expression scope = call.getScope().orElse(null);
        if (scope == null) {
            List<MethodDeclaration> own = source.all(MethodDeclaration.class).stream()
                    .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
                    .toList();
            return own.size() == 1 ? of(own.getFirst().getType()) : null;
        }
        ValueType type = of(scope, steps);
        if (type == null) {
            return null;
        }
        if (type.element() != null) {
            return ELEMENTS.contains(call.getNameAsString()) ? type.element() : null;
        }
        Method method = signatures.method(
                type, call.getNameAsString(), call.getArguments().size());
        return method == null ? null : method.result();
    }

    /** The nearest declaration of a name around a node. */
    private @Nullable ValueType declared(Node at, String name, int steps) {
        MethodDeclaration method = Source.around(at, MethodDeclaration.class);
        if (method == null) {
            return null;
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getNameAsString().equals(name)) {
                return of(parameter.getType());
            }
        }
        List<VariableDeclarator> found = method.findAll(VariableDeclarator.class).stream()
                .filter(variable -> variable.getNameAsString().equals(name))
                .toList();
        if (found.size() != 1) {
            return null;
        }
        VariableDeclarator variable = found.getFirst();
        return variable.getType().isVarType()
                ? variable.getInitializer()
                        .map(initializer -> of(initializer, steps))
                        .orElse(null)
                : of(variable.getType());
    }

    /** Returns the type that a declaration spells. */
    @Nullable
    ValueType of(com.github.javaparser.ast.type.Type spelled) {
        if (spelled.isPrimitiveType()) {
            return new ValueType(spelled.asString(), List.of());
        }
        if (!(spelled instanceof ClassOrInterfaceType type)) {
            return null;
        }
        ValueType raw = named(type.getNameWithScope());
        List<ValueType> arguments = new ArrayList<>();
        for (var argument : type.getTypeArguments().map(List::copyOf).orElse(List.of())) {
            ValueType each = of(argument);
            if (each == null) {
                return null;
            }
            arguments.add(each);
        }
        return raw == null ? null : new ValueType(raw.name(), arguments);
    }

    private @Nullable ValueType named(String name) {
        for (String imported : source.imports()) {
            if (imported.endsWith("." + name)) {
                return new ValueType(imported, List.of());
            }
        }
        String here = source.packageName();
        ValueType own = signatures.own(here.isEmpty() ? name : here + "." + name);
        return own == null ? signatures.own(name) : own;
    }
}
