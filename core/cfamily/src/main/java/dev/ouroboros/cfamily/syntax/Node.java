package dev.ouroboros.cfamily.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the concrete syntax tree. Kinds and fields are those of tree-sitter-c; a token that is no node of its own
 * there, such as {@code +}, has its text as its kind. Immutable once the tree is built.
 */
public final class Node {
    private final String kind;
    private final @Nullable String field;
    private final int start;
    private final int end;
    private final boolean named;
    private final boolean sound;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();

    Node(String kind, @Nullable String field, int start, int end, boolean named, boolean sound, @Nullable Node parent) {
        this.kind = kind;
        this.field = field;
        this.start = start;
        this.end = end;
        this.named = named;
        this.sound = sound;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Returns what it is, for example {@code for_statement}. */
    public String kind() {
        return kind;
    }

    public boolean is(String... kinds) {
        return List.of(kinds).contains(kind);
    }

    /** Returns the offset of its first character. */
    public int start() {
        return start;
    }

    /** Returns the offset behind its last character. */
    public int end() {
        return end;
    }

    /** Returns whether the grammar understood all of it. */
    public boolean sound() {
        return sound;
    }

    public @Nullable Node parent() {
        return parent;
    }

    /** Returns the children that are nodes of the grammar; comments are left out. */
    public List<Node> named() {
        return children.stream()
                .filter(child -> child.named && !child.is("comment"))
                .toList();
    }

    /** Returns all children, tokens and comments included. */
    public List<Node> children() {
        return List.copyOf(children);
    }

    /** Returns the first child with this role, for example {@code condition}, or null if there is none. */
    public @Nullable Node child(String role) {
        for (var child : children) {
            if (role.equals(child.field)) {
                return child;
            }
        }
        return null;
    }

    /** Returns this node and all below it, in the order of the text. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** Returns those of {@link #all} that are of one of these kinds. */
    public Stream<Node> all(String... kinds) {
        var wanted = List.of(kinds);
        return all().filter(node -> wanted.contains(node.kind));
    }

    /** Returns the nearest node around this one that meets the condition, or null if none does. */
    public @Nullable Node ancestor(Predicate<Node> condition) {
        var node = parent;
        while (node != null && !condition.test(node)) {
            node = node.parent;
        }
        return node;
    }

    public boolean contains(Node other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public String toString() {
        return kind + "[" + start + ", " + end + ")";
    }
}
