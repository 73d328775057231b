package dev.ouroboros.hdl.mutant;

import dev.ouroboros.hdl.mutant.Mutant.Kind;
import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts small errors into a design, each by itself. They are made on the syntax tree; interfaces, widths and the heads of loops
 * stay as they are. Some change nothing that can be seen.
 */
public final class Mutants {
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("+", List.of("-", "|")),
            Map.entry("-", List.of("+")),
            Map.entry("*", List.of("+")),
            Map.entry("&", List.of("|", "^")),
            Map.entry("|", List.of("&", "^")),
            Map.entry("^", List.of("|", "&")),
            Map.entry("&&", List.of("||")),
            Map.entry("||", List.of("&&")),
            Map.entry("<<", List.of(">>")),
            Map.entry(">>", List.of("<<")),
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")));
    private static final Map<String, String> ONE_OFF = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");

    private final SyntaxTree tree;
    private final Item.Module module;
    private final @Nullable String clock;
    private final @Nullable String reset;
    private final Map<String, Mutant> found = new LinkedHashMap<>();

    private Mutants(SyntaxTree tree, Item.Module module, @Nullable String clock, @Nullable String reset) {
        this.tree = tree;
        this.module = module;
        this.clock = clock;
        this.reset = reset;
    }

    /**
     * Returns all mutants of a design, in source order, no two of them alike.
     *
     * @param clock name of the clock's port; null if there is none
     * @param reset name of the reset's port; null if there is none
     */
    public static List<Mutant> of(String source, @Nullable String clock, @Nullable String reset) {
        var tree = SyntaxTree.parse(source);
        var all = new ArrayList<Mutant>();
        for (var module : tree.modules()) {
            var mutants = new Mutants(tree, module, clock, reset);
            mutants.module.items().forEach(item -> mutants.in(item, false));
            all.addAll(mutants.found.values());
        }
        return List.copyOf(all);
    }

    private void in(Node node, boolean clocked) {
        switch (node) {
            case Part.Type _, Part.Dimension _, Part.LoopHead _, Part.Trigger _ -> {}
            case Item.Declaration declaration
            when declaration.type().is("parameter") || declaration.type().is("localparam") ->
                declaration.names().forEach(name -> values(name.value()));
            case Part.Declarator declarator -> values(declarator.value());
            case Part.Wiring wiring -> values(wiring.value());
            case Item.Always always -> in(always.body(), always.isClocked());
            case Statement.Assign assign -> assignment(assign, clocked);
            case Statement.If choice -> choice(choice, clocked);
            case Part.Arm arm -> {
                arm.labels().forEach(this::values);
                in(arm.body(), clocked);
            }
            case Expression expression -> values(expression);
            default -> node.children().forEach(child -> in(child, clocked));
        }
    }

    private void assignment(Statement.Assign assign, boolean clocked) {
        values(assign.value());
        if (clocked && assign.operator().equals("<=")) {
            String target = text(assign.target());
            replace(Kind.STREAM, assign, target + " <= " + target + ";");
            replace(Kind.LATENCY, assign, target + " = " + text(assign.value()) + ";");
        }
    }

    private void choice(Statement.If choice, boolean clocked) {
        String condition = text(choice.condition());
        if (reset != null && condition.contains(reset)) {
            replace(Kind.RESET, choice.condition(), "!(" + condition + ")");
            replace(Kind.RESET, choice.condition(), "1'b0");
            SyntaxTree.walk(choice.whenTrue())
                    .filter(Statement.Assign.class::isInstance)
                    .forEach(assign -> replace(Kind.RESET, assign, ";"));
        } else {
            replace(Kind.STREAM, choice.condition(), "!(" + condition + ")");
            replace(Kind.STREAM, choice.condition(), "1'b1");
            replace(Kind.STREAM, choice.condition(), "1'b0");
            values(choice.condition());
        }
        if (choice.whenFalse() != null && choice.whenFalse() instanceof Statement.If other) {
            replace(Kind.STREAM, other.condition(), "1'b0");
        }
        in(choice.whenTrue(), clocked);
        if (choice.whenFalse() != null) {
            in(choice.whenFalse(), clocked);
        }
    }

    private void values(@Nullable Expression root) {
        if (root == null) {
            return;
        }
        SyntaxTree.walk(root).forEach(node -> {
            switch (node) {
                case Expression.Numeral numeral -> constant(numeral);
                case Expression.Binary binary -> binary(binary);
                case Expression.Unary unary
                when List.of("!", "~", "-").contains(unary.operator()) ->
                    replace(Kind.OPERATOR, unary, text(unary.operand()));
                case Expression.Conditional conditional -> swapped(conditional);
                case Expression.Name name -> late(name);
                default -> {}
            }
        });
    }

    private void constant(Expression.Numeral numeral) {
        for (var other : List.of(" + 1)", " - 1)", " ^ 1)", " ^ 2)", " + 2)", " - 2)", " ^ 4)")) {
            replace(Kind.CONSTANT, numeral, "(" + text(numeral) + other);
        }
    }

    private void binary(Expression.Binary binary) {
        String left = text(binary.left());
        String right = text(binary.right());
        String operator = binary.operator();
        if (ONE_OFF.containsKey(operator)) {
            replace(Kind.OFF_BY_ONE, binary, left + " " + ONE_OFF.get(operator) + " " + right);
            replace(Kind.SWAPPED, binary, right + " " + operator + " " + left);
        }
        for (var other : OTHERS.getOrDefault(operator, List.of())) {
            replace(Kind.OPERATOR, binary, left + " " + other + " " + right);
        }
        if (List.of("+", "-", "*", "&", "|", "^", "&&", "||", "<<", ">>").contains(operator)) {
            replace(Kind.DROPPED_TERM, binary, left);
            replace(Kind.DROPPED_TERM, binary, right);
        }
        if (List.of("-", "<<", ">>").contains(operator)) {
            replace(Kind.SWAPPED, binary, right + " " + operator + " " + left);
        }
    }

    private void swapped(Expression.Conditional conditional) {
        replace(
                Kind.SWAPPED,
                conditional,
                "(" + text(conditional.condition()) + ") ? (" + text(conditional.whenFalse()) + ") : ("
                        + text(conditional.whenTrue()) + ")");
    }

    /** An input that arrives a cycle late at one place. */
    private void late(Expression.Name name) {
        if (clock == null || name.text().equals(clock) || name.text().equals(reset)) {
            return;
        }
        for (var declaration : module.header()) {
            boolean declares = declaration.names().stream()
                    .anyMatch(each ->
                            each.name().equals(name.text()) && each.unpacked().isEmpty());
            if (declares && declaration.type().is("input")) {
                String width = declaration.type().packed().isEmpty()
                        ? ""
                        : text(declaration.type().packed().getFirst()) + " ";
                String signed = declaration.type().is("signed") ? "signed " : "";
                String before = tree.source().substring(0, module.body().end());
                String late = "\n  reg " + signed + width + "late_input;\n  always @(posedge " + clock
                        + ") late_input <= " + name.text() + ";\n";
                String mutated = before.substring(0, name.span().start())
                        + "late_input"
                        + before.substring(name.span().end())
                        + late
                        + tree.source().substring(module.body().end());
                add(Kind.LATENCY, name.text() + " a cycle late", name, mutated);
            }
        }
    }

    private void replace(Kind kind, Node node, String text) {
        String source = tree.source();
        String mutated = source.substring(0, node.span().start())
                + text
                + source.substring(node.span().end());
        add(kind, text(node) + " -> " + text, node, mutated);
    }

    private void add(Kind kind, String what, Node node, String mutated) {
        int line = (int) tree.source().substring(0, node.span().start()).lines().count();
        String oneLine = ("line " + line + ": " + what).replaceAll("\\s+", " ");
        if (!mutated.equals(tree.source())) {
            found.putIfAbsent(mutated, new Mutant(kind, oneLine, mutated));
        }
    }

    private String text(Node node) {
        return tree.text(node);
    }
}
