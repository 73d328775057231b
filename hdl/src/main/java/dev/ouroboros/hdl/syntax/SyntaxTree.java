package dev.ouroboros.hdl.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A parsed source file. Immutable. */
public final class SyntaxTree {
    private final String source;
    private final List<Token> tokens;
    private final List<Item> items;

    private SyntaxTree(String source, List<Token> tokens, List<Item> items) {
        this.source = source;
        this.tokens = List.copyOf(tokens);
        this.items = List.copyOf(items);
    }

    /** Parses any text whatsoever; it never fails, and takes time in proportion to the length. */
    public static SyntaxTree parse(String source) {
        var tokens = Lexer.tokens(source);
        return new SyntaxTree(source, tokens, new ItemParser(new Cursor(tokens)).file());
    }

    public String source() {
        return source;
    }

    /** Returns what stands at the outermost level. */
    public List<Item> items() {
        return items;
    }

    /** Returns the modules in source order. */
    public List<Item.Module> modules() {
        return items.stream()
                .filter(Item.Module.class::isInstance)
                .map(Item.Module.class::cast)
                .toList();
    }

    /** Returns the characters of a node. */
    public String text(Node node) {
        return node.span().of(source);
    }

    /** Returns the node and all below it, parents before children, in source order. */
    public static Stream<Node> walk(Node root) {
        var all = new ArrayList<Node>();
        var open = new ArrayDeque<Node>();
        open.push(root);
        while (!open.isEmpty()) {
            var node = open.pop();
            all.add(node);
            node.children().reversed().forEach(open::push);
        }
        return all.stream();
    }

    /** Returns the comments of the file, in order. */
    public List<Span> comments() {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.COMMENT)
                .map(token -> new Span(token.start(), token.end()))
                .toList();
    }

    /**
     * Writes the tree: every node writes its children, and between them the tokens that are its own. The result is the
     * source.
     */
    public String print() {
        var printer = new Printer(tokens);
        items.forEach(printer::write);
        return printer.finish();
    }
}
