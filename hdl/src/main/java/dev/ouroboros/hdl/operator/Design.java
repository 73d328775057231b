package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.stream.Stream;

/** A module with what a rewriting asks about it. */
record Design(SyntaxTree tree, Item.Module module, Scope scope, FreshNames names) {

    static Design of(SyntaxTree tree, Item.Module module) {
        return new Design(tree, module, Scope.of(module), FreshNames.of(tree));
    }

    String text(Node node) {
        return tree.text(node);
    }

    /** Returns all nodes of the module of one kind, in source order. */
    <T extends Node> Stream<T> all(Class<T> kind) {
        return SyntaxTree.walk(module).filter(kind::isInstance).map(kind::cast);
    }
}
