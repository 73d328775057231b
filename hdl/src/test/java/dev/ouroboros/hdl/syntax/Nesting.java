package dev.ouroboros.hdl.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every tree. */
final class Nesting {
    private Nesting() {}

    /** Asserts that each node lies within its parent, and siblings do not overlap. */
    static void check(SyntaxTree tree) {
        for (var item : tree.items()) {
            SyntaxTree.walk(item).forEach(parent -> {
                int at = parent.span().start();
                for (var child : parent.children()) {
                    assertTrue(
                            child.span().start() >= at
                                    && child.span().end() <= parent.span().end(),
                            () -> child + " does not lie in order in " + parent);
                    at = child.span().end();
                }
            });
        }
    }
}
