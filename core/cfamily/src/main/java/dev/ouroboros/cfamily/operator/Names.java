package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Node;
import dev.ouroboros.cfamily.syntax.Source;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which names a piece of code gives a meaning or a value. */
final class Names {
    private Names() {}

    /** Returns the names that the declarations inside a node declare, as far as they meet the condition. */
    static Set<String> declared(Source source, Node node, Predicate<Node> condition) {
        var names = new HashSet<String>();
        node.all("declaration")
                .filter(condition)
                .forEach(declaration -> declaration.named().forEach(declarator -> {
                    var at = declarator;
                    while (at != null && !at.is("identifier")) {
                        at = at.child("declarator");
                    }
                    if (at != null) {
                        names.add(source.text(at));
                    }
                }));
        return names;
    }

    /** Returns the names of the variables, arrays and pointers that a node changes or changes something of. */
    static Set<String> assigned(Source source, Node node) {
        var names = new HashSet<String>();
        node.all("assignment_expression", "update_expression").forEach(change -> {
            var target = source.text(change, change.is("update_expression") ? "argument" : "left");
            names.add(target.replaceFirst("^[(*&\\s]+", "").replaceFirst("(?s)\\W.*", ""));
        });
        return names;
    }
}
