package dev.ouroboros.cfamily.syntax;

/** Puts {@code replacement} in the place of the characters from {@code start} to before {@code end}. */
public record Edit(int start, int end, String replacement) {

    /** Returns an edit that only adds. */
    public static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    /** Returns an edit that replaces a node. */
    public static Edit replace(Node node, String text) {
        return new Edit(node.start(), node.end(), text);
    }
}
