package dev.ouroboros.java.init;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.ouroboros.java.data.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A static method whose arguments can be drawn and whose result can be compared. */
record Method(CompilationUnit unit, MethodDeclaration declaration) {
    private static final Set<String> BOXES =
            Set.of("short", "Short", "Integer", "Long", "Double", "Float", "Byte", "Character", "Boolean");

    /** Returns all of a file, in the order of the text. */
    static List<Method> in(CompilationUnit unit) {
        return unit.findAll(MethodDeclaration.class).stream()
                .filter(Method::fits)
                .map(method -> new Method(unit, method))
                .toList();
    }

    private static boolean fits(MethodDeclaration method) {
        return method.isStatic()
                && !method.isPrivate()
                && !method.getParameters().isEmpty()
                && method.getParameters().stream()
                        .allMatch(
                                parameter -> !parameter.isVarArgs() && JavaType.of(parameter.getTypeAsString()) != null)
                && comparable(method)
                && method.getParentNode()
                        .filter(TypeDeclaration.class::isInstance)
                        .isPresent();
    }

    /** One that returns nothing shows what it did in its arrays. */
    private static boolean comparable(MethodDeclaration method) {
        String result = method.getTypeAsString();
        return method.getType().isVoidType()
                ? method.getParameters().stream()
                        .anyMatch(parameter -> parameter.getType().isArrayType())
                : JavaType.of(result) != null || BOXES.contains(result);
    }

    String name() {
        return declaration.getNameAsString();
    }

    /** Returns the binary name of its class, without that of the package. */
    String simpleOwner() {
        List<String> names = new ArrayList<>();
        for (var node = declaration.getParentNode().orElse(null);
                node instanceof TypeDeclaration<?> type;
                node = type.getParentNode().orElse(null)) {
            names.addFirst(type.getNameAsString());
        }
        return String.join("$", names);
    }

    /** Returns the binary name of its class. */
    String owner() {
        return unit.getPackageDeclaration()
                        .map(NodeWithName::getNameAsString)
                        .map(name -> name + ".")
                        .orElse("")
                + simpleOwner();
    }

    boolean isReal() {
        String result = declaration.getTypeAsString();
        return result.startsWith("double") || result.startsWith("float");
    }
}
