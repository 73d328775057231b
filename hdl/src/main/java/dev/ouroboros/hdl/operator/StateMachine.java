package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Span;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variables that hold one of several named constants, and nothing that looks at their bits.
 *
 * @param states the constants' values, as the source declares them
 * @param codes their numbers
 * @param dimensions ranges to change with the width: of the variables, and of the constants
 * @param declarations of the variables
 */
record StateMachine(
        List<Expression> states,
        List<Long> codes,
        int width,
        List<Span> dimensions,
        List<Item.Declaration> declarations) {

    /** Returns all of a design. */
    static List<StateMachine> of(Design design) {
        var seen = new HashSet<Set<String>>();
        var machines = new ArrayList<StateMachine>();
        design.all(Statement.Case.class).forEach(cases -> {
            if (Expressions.bare(cases.subject()) instanceof Expression.Name name) {
                var finder = new Finder(design);
                finder.grow(name.text());
                if (seen.add(Set.copyOf(finder.variables))) {
                    var machine = finder.machine();
                    if (machine != null) {
                        machines.add(machine);
                    }
                }
            }
        });
        return List.copyOf(machines);
    }

    private static final class Finder {
        private final Design design;
        private final Map<String, Part.Declarator> constants = new LinkedHashMap<>();
        private final Map<String, Item.Declaration> declared = new HashMap<>();
        private final Set<String> variables = new HashSet<>();
        private final Set<String> used = new HashSet<>();
        private final Set<Span> known = new HashSet<>();
        private boolean possible = true;

        Finder(Design design) {
            this.design = design;
            for (var item : design.module().items()) {
                if (item instanceof Item.Declaration declaration) {
                    declaration.names().forEach(name -> {
                        declared.put(name.name(), declaration);
                        if (declaration.type().is("localparam") && name.value() instanceof Expression.Numeral) {
                            constants.put(name.name(), name);
                        }
                    });
                }
            }
        }

        /** Adds a variable and those that it is copied from and to. */
        void grow(String first) {
            var symbol = design.scope().symbol(first);
            if (symbol == null || symbol.port() || symbol.elements() > 0 || !variables.add(first)) {
                return;
            }
            design.all(Statement.Assign.class).forEach(assign -> {
                if (isName(assign.target(), first)) {
                    values(assign.value()).stream()
                            .filter(name -> !constants.containsKey(name))
                            .forEach(this::grow);
                } else if (assign.target() instanceof Expression.Name target
                        && values(assign.value()).contains(first)) {
                    grow(target.text());
                }
            });
        }

        /** Null if some use looks at more than which state it is. */
        @Nullable
        StateMachine machine() {
            design.all(Node.class).forEach(this::look);
            variables.forEach(this::check);
            used.forEach(this::check);
            var dimensions = new HashSet<Span>();
            var declarations = new ArrayList<Item.Declaration>();
            for (var variable : variables) {
                var declaration = declared.get(variable);
                if (declaration == null
                        || declaration.type().packed().size() != 1
                        || !declaration.names().stream().allMatch(name -> variables.contains(name.name()))) {
                    return null;
                }
                dimensions.add(declaration.type().packed().getFirst().span());
                if (!declarations.contains(declaration)) {
                    declarations.add(declaration);
                }
            }
            var states = new ArrayList<Expression>();
            var codes = new ArrayList<Long>();
            for (var constant : constants.entrySet()) {
                if (used.contains(constant.getKey())) {
                    var declaration = Objects.requireNonNull(declared.get(constant.getKey()));
                    var value = constant.getValue().value();
                    var code = value == null ? null : design.scope().value(value);
                    if (value == null
                            || code == null
                            || declaration.type().packed().size() > 1) {
                        return null;
                    }
                    states.add(value);
                    codes.add(code);
                    boolean whole = declaration.names().stream().allMatch(name -> used.contains(name.name()));
                    possible &= whole || declaration.type().packed().isEmpty();
                    declaration.type().packed().forEach(dimension -> dimensions.add(dimension.span()));
                }
            }
            var symbol = variables.isEmpty()
                    ? null
                    : design.scope().symbol(variables.iterator().next());
            boolean distinct = new HashSet<>(codes).size() == codes.size();
            return possible && distinct && symbol != null && !states.isEmpty()
                    ? new StateMachine(states, codes, symbol.shape().width(), List.copyOf(dimensions), declarations)
                    : null;
        }

        private void look(Node node) {
            switch (node) {
                case Statement.Case cases
                when isVariable(cases.subject()) -> {
                    note(cases.subject());
                    cases.arms().forEach(arm -> arm.labels().forEach(this::value));
                    possible &= cases.keyword().equals("case");
                }
                case Statement.Assign assign
                when isVariable(assign.target()) -> {
                    note(assign.target());
                    value(assign.value());
                }
                case Expression.Binary binary
                when (binary.operator().equals("==") || binary.operator().equals("!="))
                        && (isVariable(binary.left()) || isVariable(binary.right())) -> {
                    value(binary.left());
                    value(binary.right());
                }
                case Part.Trigger trigger when isVariable(trigger.signal()) -> note(trigger.signal());
                default -> {}
            }
        }

        /** A state, a variable, or a choice of them. */
        private void value(Expression expression) {
            switch (Expressions.bare(expression)) {
                case Expression.Name name
                when constants.containsKey(name.text()) -> {
                    used.add(name.text());
                    note(name);
                }
                case Expression.Name name when variables.contains(name.text()) -> note(name);
                case Expression.Conditional conditional -> {
                    value(conditional.whenTrue());
                    value(conditional.whenFalse());
                }
                default -> possible = false;
            }
        }

        /** Everything that stands in the source must have been looked at. */
        private void check(String name) {
            long looked = design.all(Expression.Name.class)
                    .filter(each -> each.text().equals(name) && known.contains(each.span()))
                    .count();
            var word = Pattern.compile("(?<![A-Za-z0-9_$.`])" + Pattern.quote(name) + "(?![A-Za-z0-9_$])");
            var code = design.text(design.module()).replaceAll("//[^\n]*|(?s:/\\*.*?\\*/)", " ");
            possible &= word.matcher(code).results().count() == looked + 1;
        }

        private void note(Expression expression) {
            known.add(Expressions.bare(expression).span());
        }

        private boolean isVariable(Expression expression) {
            return Expressions.bare(expression) instanceof Expression.Name name && variables.contains(name.text());
        }

        private static boolean isName(Expression expression, String text) {
            return expression instanceof Expression.Name name && name.text().equals(text);
        }

        /** Returns the names that a value may be. */
        private static Set<String> values(Expression expression) {
            return switch (Expressions.bare(expression)) {
                case Expression.Name name -> Set.of(name.text());
                case Expression.Conditional conditional -> {
                    var both = new HashSet<>(values(conditional.whenTrue()));
                    both.addAll(values(conditional.whenFalse()));
                    yield Set.copyOf(both);
                }
                default -> Set.of();
            };
        }
    }
}
