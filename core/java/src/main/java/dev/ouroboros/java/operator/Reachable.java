package dev.ouroboros.java.operator;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a file an entry may come to, by the names it calls: in a large file the rest would only cost evaluations. Of a
 * class that is made an object of, it is all. Names overestimate: overloads count as called with each other.
 */
final class Reachable {
    private final CompilationUnit root;
    private final Set<CallableDeclaration<?>> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> named = new HashSet<>();
    private final Deque<CallableDeclaration<?>> open = new ArrayDeque<>();

    private Reachable(CompilationUnit root) {
        this.root = root;
    }

    /** Returns whether a node is reached from the method of that name; all are if it is not of this file. */
    static Predicate<Node> from(CompilationUnit root, String entry) {
        var reach = new Reachable(root);
        reach.call(entry);
        if (reach.reached.isEmpty()) {
            return _ -> true;
        }
        while (!reach.open.isEmpty()) {
            reach.follow(reach.open.remove());
        }
        return reach::holds;
    }

    private boolean holds(Node node) {
        boolean free = true;
        for (Node around = node; around != null; around = around.getParentNode().orElse(null)) {
            if (around instanceof CallableDeclaration<?> callable) {
                if (reached.contains(callable)) {
                    return true;
                }
                free = false;
            }
        }
        return free;
    }

    private void follow(CallableDeclaration<?> callable) {
        callable.findAll(MethodCallExpr.class).forEach(call -> call(call.getNameAsString()));
        callable.findAll(MethodReferenceExpr.class).forEach(call -> call(call.getIdentifier()));
        callable.findAll(ObjectCreationExpr.class)
                .forEach(made -> make(made.getType().getNameAsString()));
    }

    private void call(String name) {
        if (named.add(name)) {
            root.findAll(
                            MethodDeclaration.class,
                            method -> method.getNameAsString().equals(name))
                    .forEach(this::reach);
        }
    }

    private void make(String type) {
        if (named.add("new " + type)) {
            root.findAll(CallableDeclaration.class, member -> isMemberOf(member, type))
                    .forEach(this::reach);
        }
    }

    private static boolean isMemberOf(CallableDeclaration<?> member, String type) {
        return member.getParentNode()
                .filter(around -> around instanceof TypeDeclaration<?> owner
                        && owner.getNameAsString().equals(type))
                .isPresent();
    }

    private void reach(CallableDeclaration<?> callable) {
        if (reached.add(callable)) {
            open.add(callable);
        }
    }
}
