package dev.ouroboros.java.operator;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A file of Java: its text, and its syntax tree with the place of every node in the text. */
final class Source {
    private final String text;
    private final CompilationUnit root;
    private final Predicate<Node> reached;
    private final int[] lines;

    private Source(String text, CompilationUnit root, Predicate<Node> reached) {
        this.text = text;
        this.root = root;
        this.reached = reached;
        this.lines = lines(text);
    }

    /**
     * Parses it; null if it is no Java.
     *
     * @param entry name of the method that is measured
     */
    static @Nullable Source parse(String text, String entry) {
        var configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
                .setTabSize(1)
                .setAttributeComments(false);
        var result = new JavaParser(configuration).parse(text);
        return result.isSuccessful()
                ? result.getResult()
                        .map(root -> new Source(text, root, Reachable.from(root, entry)))
                        .orElse(null)
                : null;
    }

    String text() {
        return text;
    }

    /** Returns the package it is in; empty if it names none. */
    String packageName() {
        return root.getPackageDeclaration()
                .map(declaration -> declaration.getNameAsString())
                .orElse("");
    }

    /** Returns the classes that it imports by name. */
    List<String> imports() {
        return root.getImports().stream()
                .filter(each -> !each.isAsterisk() && !each.isStatic())
                .map(each -> each.getNameAsString())
                .toList();
    }

    /** Returns all nodes of a kind that the entry may come to, in the order of the text. */
    <N extends Node> List<N> all(Class<N> type) {
        return root.findAll(type, reached::test);
    }

    int start(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /** Returns the offset behind the node. */
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    String text(Node node) {
        return text.substring(start(node), end(node));
    }

    Edit replace(Node node, String replacement) {
        return new Edit(start(node), end(node), replacement);
    }

    /** Returns a name that stands nowhere in the text. */
    String fresh(String stem) {
        int number = 0;
        while (text.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    /** Returns the text of a node with some of the nodes in it replaced; null in the answer keeps one. */
    <N extends Node> String text(Node node, Class<N> type, Function<N, @Nullable String> replacement) {
        var result = new StringBuilder();
        int at = start(node);
        for (N inner : node.findAll(type)) {
            String other = start(inner) < at ? null : replacement.apply(inner);
            if (other != null) {
                result.append(text, at, start(inner)).append(other);
                at = end(inner);
            }
        }
        return result.append(text, at, end(node)).toString();
    }

    /** Returns the text of a node in which a variable is another expression. */
    String substituted(Node node, String variable, String expression) {
        return text(node, NameExpr.class, name -> name.getNameAsString().equals(variable) ? expression : null);
    }

    /** Returns the names that a piece of code assigns to or declares. */
    static Set<String> changed(Node node) {
        Set<String> names = new HashSet<>();
        node.findAll(AssignExpr.class).forEach(assign -> names.add(root(assign.getTarget())));
        node.findAll(UnaryExpr.class).stream()
                .filter(Source::steps)
                .forEach(unary -> names.add(root(unary.getExpression())));
        node.findAll(VariableDeclarator.class).forEach(each -> names.add(each.getNameAsString()));
        node.findAll(Parameter.class).forEach(each -> names.add(((NodeWithSimpleName<?>) each).getNameAsString()));
        return names;
    }

    /** Returns whether they are one place in the text, and not only equal. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(Node one, Node other) {
        return one == other;
    }

    /** Returns whether one of the nodes around a node is of a kind. */
    static boolean isWithin(Node node, Predicate<Node> kind) {
        for (Node around = node.getParentNode().orElse(null);
                around != null;
                around = around.getParentNode().orElse(null)) {
            if (kind.test(around)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the nearest node of a kind around a node, or null. */
    static <N extends Node> @Nullable N around(Node node, Class<N> kind) {
        for (Node around = node.getParentNode().orElse(null);
                around != null;
                around = around.getParentNode().orElse(null)) {
            if (kind.isInstance(around)) {
                return kind.cast(around);
            }
        }
        return null;
    }

    static boolean steps(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** Only a plain name changes itself: what is assigned to an element does not change the array's variable. */
    private static String root(Expression target) {
        return target.isNameExpr() ? target.asNameExpr().getNameAsString() : target.toString();
    }

    /** Returns the names that an expression reads. */
    static Set<String> names(Node node) {
        Set<String> names = new HashSet<>();
        node.findAll(NameExpr.class).forEach(name -> names.add(name.getNameAsString()));
        return names;
    }

    private int offset(Position position) {
        return lines[position.line - 1] + position.column - 1;
    }

    private static int[] lines(String text) {
        return java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(0),
                        java.util.stream.IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }
}
