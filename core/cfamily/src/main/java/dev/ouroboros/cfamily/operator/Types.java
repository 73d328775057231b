package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names a function declares. The same name declared twice with different types counts as unknown: scopes are not
 * told apart.
 */
final class Types {
    private final Map<String, Type> types = new HashMap<>();

    /**
     * @param element the type without qualifiers, of the element if it is an array or a pointer
     * @param depth how many subscripts lead to the element; 0 for a scalar, -1 if declared in different ways
     */
    record Type(String element, int depth) {}

    private Types() {}

    /** Returns what the function around a node declares, parameters included. */
    static Types around(Source source, Node node) {
        var types = new Types();
        var function = node.ancestor(ancestor -> ancestor.is("function_definition"));
        if (function != null) {
            function.all("declaration", "parameter_declaration").forEach(declared -> types.add(source, declared));
        }
        return types;
    }

    private void add(Source source, Node declaration) {
        var type = declaration.child("type");
        if (type == null) {
            return;
        }
        for (var child : declaration.named()) {
            int depth = 0;
            var at = child.is("init_declarator") ? child.child("declarator") : child;
            while (at != null && at.is("pointer_declarator", "array_declarator")) {
                depth++;
                at = at.child("declarator");
            }
            if (at != null && at.is("identifier")) {
                var found = new Type(source.text(type), depth);
                types.merge(source.text(at), found, (a, b) -> a.equals(b) ? a : new Type(a.element(), -1));
            }
        }
    }

    @Nullable
    Type of(String name) {
        return types.get(name);
    }

    /** Returns whether it is a scalar, as far as is known. */
    boolean isScalar(String name) {
        var type = types.get(name);
        return type != null && type.depth() == 0;
    }
}
