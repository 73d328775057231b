package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.operator.Steps.Place;
import dev.ouroboros.hdl.operator.Steps.Step;
import dev.ouroboros.hdl.operator.Steps.Wait;
import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Span;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Dataflow} once. What assigns the same signal is one step, and so is all that reads or writes one memory. */
final class DataflowReader {
    private final Design design;
    private final String clock;
    private final Times times;
    private final Map<String, Dataflow.Source> sources = new HashMap<>();
    private final Map<Expression, Dataflow.Cut> cuts = new HashMap<>();
    private final List<Dataflow.Unit> units = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private final Set<String> outputs = new HashSet<>();
    private final Map<Item, List<Site>> sites = new HashMap<>();

    private DataflowReader(Design design, String clock) {
        this.design = design;
        this.clock = clock;
        this.times = new Times(design.scope());
        Site.of(design)
                .forEach(site -> sites.computeIfAbsent(site.item(), _ -> new ArrayList<>())
                        .add(site));
    }

    /** Null if there is something in the module that nobody knows the inputs and outputs of. */
    static @Nullable Dataflow of(Design design, String clock) {
        return new DataflowReader(design, clock).read();
    }

    private @Nullable Dataflow read() {
        var delays = DelayRegisters.of(design, clock);
        var pieces = Piece.of(design, delays);
        if (pieces == null || !ports()) {
            return null;
        }
        var placed = new LinkedHashMap<Piece, Integer>();
        for (var group : Piece.groups(design, pieces)) {
            int step = step(group);
            group.forEach(piece -> placed.put(piece, step));
        }
        delays.forEach(this::delay);
        if (!pieces.stream().allMatch(this::isKnown)) {
            return null;
        }
        placed.forEach(this::waits);
        return delays.stream().allMatch(this::calculated)
                ? new Dataflow(new Steps(steps, waits), sources, cuts, units, delays)
                : null;
    }

    private boolean ports() {
        for (var declaration : design.all(Item.Declaration.class).toList()) {
            for (var name : declaration.names()) {
                if (declaration.type().is("inout")) {
                    return false;
                }
                if (declaration.type().is("output")) {
                    outputs.add(name.name());
                }
                if (declaration.type().is("input") && !name.name().equals(clock)) {
                    int step = add(new Step(0, false, Place.INPUT));
                    if (!source(name.name(), step)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    /** False if its size is not known. */
    private boolean source(String name, int step) {
        var symbol = design.scope().symbol(name);
        if (symbol == null || symbol.elements() > 0) {
            return false;
        }
        sources.put(
                name, new Dataflow.Source(step, 0, new Dataflow.Net(name, symbol.shape(), false), declaredAt(name)));
        return true;
    }

    /** After the declaration of a signal of the body, or at the begin of the body for one of the header. */
    private int declaredAt(String name) {
        for (var item : design.module().items()) {
            if (item instanceof Item.Declaration declaration
                    && declaration.names().stream()
                            .anyMatch(declared -> declared.name().equals(name))) {
                return item.span().end();
            }
        }
        return design.module().body().start();
    }

    private int step(List<Piece> group) {
        boolean answers =
                group.stream().anyMatch(piece -> piece.assigned().stream().anyMatch(outputs::contains));
        boolean stored = group.stream()
                .allMatch(piece -> piece.item() instanceof Item.Always always
                        && always.isClocked()
                        && Site.local(always).isEmpty());
        double time = group.stream().mapToDouble(this::time).max().orElse(0);
        int step = add(new Step(time, stored, answers ? Place.OUTPUT : Place.INSIDE));
        for (var piece : group) {
            units.add(new Dataflow.Unit(piece.node(), step, piece.own()));
            piece.assigned().forEach(name -> source(name, step));
        }
        return step;
    }

    /** What a block takes beside the calculations that can be cut off from it. */
    private double time(Piece piece) {
        if (!(piece.item() instanceof Item.Always always)) {
            return 0;
        }
        boolean chooses = SyntaxTree.walk(always)
                .anyMatch(node -> node instanceof Statement.If || node instanceof Statement.Case);
        double choice = chooses ? Times.LEVEL : 0;
        return Site.local(always).isEmpty()
                ? choice
                : choice
                        + SyntaxTree.walk(always)
                                .filter(Expression.class::isInstance)
                                .mapToDouble(node -> times.of((Expression) node, Integer.SIZE / 4))
                                .sum();
    }

    /** A register that only delays something is read as that, a cycle earlier. */
    private void delay(Dataflow.Delay delay) {
        var symbol = design.scope().symbol(delay.name());
        if (symbol != null) {
            int step = add(new Step(0, false, Place.INSIDE));
            var net = new Dataflow.Net(delay.name(), symbol.shape(), true);
            sources.put(
                    delay.name(),
                    new Dataflow.Source(step, 1, net, delay.declaration().span().end()));
        }
    }

    private boolean isKnown(Piece piece) {
        return piece.names()
                .filter(name -> !piece.own().contains(name) && !name.equals(clock))
                .allMatch(name -> sources.containsKey(name)
                        || Piece.isMemory(design, name)
                        || design.scope().symbol(name) == null);
    }

    private boolean calculated(Dataflow.Delay delay) {
        var source = sources.get(delay.name());
        if (source == null
                || SyntaxTree.walk(delay.assign().value())
                        .anyMatch(node -> node instanceof Expression.Opaque || node instanceof Expression.Member)
                || Piece.names(delay.assign().value())
                        .anyMatch(name ->
                                !sources.containsKey(name) && design.scope().symbol(name) != null)) {
            return false;
        }
        var unit = new Dataflow.Unit(delay.assign().value(), source.step(), Set.of());
        units.add(unit);
        var site =
                new Site(delay.block(), delay.assign().target(), delay.assign().value(), Set.of());
        new Calculation(unit, site).root(source.net().shape());
        return true;
    }

    private void waits(Piece piece, int step) {
        var unit = new Dataflow.Unit(piece.node(), step, piece.own());
        var known = sites.getOrDefault(piece.item(), List.of()).stream()
                .filter(site -> piece.node().span().contains(site.value().span()))
                .toList();
        var seen = new ArrayList<Node>();
        for (var site : known) {
            var shape = design.scope().shape(site.target());
            if (shape != null) {
                new Calculation(unit, site).root(shape);
                seen.add(site.value());
            }
        }
        new Calculation(unit, new Site(piece.item(), NOTHING, NOTHING, Set.of())).rest(piece.node(), seen);
    }

    private static final Expression NOTHING = new Expression.Opaque(new Span(0, 0));

    /** What a unit reads, through calculations that can be cut off. */
    private final class Calculation {
        private final Dataflow.Unit unit;
        private final Site site;

        Calculation(Dataflow.Unit unit, Site site) {
            this.unit = unit;
            this.site = site;
        }

        void root(Shape target) {
            var own = design.scope().shape(site.value());
            if (own == null) {
                rest(site.value(), List.of());
                return;
            }
            visit(site.value(), new Shape(Math.max(target.width(), own.width()), own.signed()), unit.step());
        }

        /** Reads of all but some nodes, at the unit itself. */
        void rest(Node node, List<Node> seen) {
            if (seen.contains(node)) {
                return;
            }
            if (node instanceof Expression.Name name) {
                read(name.text(), unit.step());
            }
            node.children().forEach(child -> rest(child, seen));
        }

        private void read(String name, int step) {
            var source = sources.get(name);
            if (source != null && !unit.own().contains(name)) {
                waits.add(new Wait(source.step(), step, source.registers()));
            } else if (source != null) {
                // What reads itself stays with itself, cut off or not.
                waits.add(new Wait(source.step(), step, 0));
            }
        }

        /**
         * @param shape of the calculation that the expression is part of
         * @param step what waits for it
         */
        private void visit(Expression expression, Shape shape, int step) {
            double time = times.of(expression, shape.width());
            int inner = step;
            if (time > 0 && isCut(expression, shape)) {
                inner = add(new Step(time, false, Place.INSIDE));
                waits.add(new Wait(inner, step, 0));
                cuts.put(expression, new Dataflow.Cut(inner, given(expression, shape), site));
            }
            int at = inner;
            switch (expression) {
                case Expression.Name name -> read(name.text(), at);
                case Expression.Parenthesized parenthesized -> visit(parenthesized.inner(), shape, at);
                case Expression.Binary binary
                when COMPARISONS.contains(binary.operator()) -> {
                    var one = design.scope().shape(binary.left());
                    var other = design.scope().shape(binary.right());
                    if (one == null || other == null) {
                        alone(binary.left(), at);
                        alone(binary.right(), at);
                    } else {
                        visit(binary.left(), one.with(other), at);
                        visit(binary.right(), one.with(other), at);
                    }
                }
                case Expression.Binary binary
                when SHIFTS.contains(binary.operator()) -> {
                    visit(binary.left(), shape, at);
                    alone(binary.right(), at);
                }
                case Expression.Binary binary
                when SIZED.contains(binary.operator()) -> {
                    visit(binary.left(), shape, at);
                    visit(binary.right(), shape, at);
                }
                case Expression.Unary unary when isSized(unary) -> visit(unary.operand(), shape, at);
                case Expression.Conditional conditional -> {
                    alone(conditional.condition(), at);
                    visit(conditional.whenTrue(), shape, at);
                    visit(conditional.whenFalse(), shape, at);
                }
                default ->
                    expression.children().forEach(child -> {
                        if (child instanceof Expression part) {
                            alone(part, at);
                        }
                    });
            }
        }

        private void alone(Expression expression, int step) {
            var shape = design.scope().shape(expression);
            visit(expression, shape == null ? Shape.BIT : shape, step);
        }

        private Shape given(Expression expression, Shape shape) {
            boolean sized = switch (expression) {
                case Expression.Binary binary -> isSized(binary);
                case Expression.Unary unary -> isSized(unary);
                case Expression.Conditional _ -> true;
                default -> false;
            };
            var own = design.scope().shape(expression);
            return sized || own == null ? shape : own;
        }

        private boolean isCut(Expression expression, Shape shape) {
            var own = design.scope().shape(expression);
            return own != null
                    && site.canMove(expression)
                    && given(expression, shape).signed() == own.signed()
                    && Piece.names(expression).anyMatch(sources::containsKey)
                    && Piece.names(expression).noneMatch(name -> Piece.isMemory(design, name));
        }
    }

    private static boolean isSized(Expression.Binary binary) {
        return SIZED.contains(binary.operator()) || SHIFTS.contains(binary.operator());
    }

    private static boolean isSized(Expression.Unary unary) {
        return unary.operator().equals("~")
                || unary.operator().equals("-")
                || unary.operator().equals("+");
    }

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "===", "!==", "<", "<=", ">", ">=");
    private static final Set<String> SHIFTS = Set.of("<<", ">>", "<<<", ">>>");
    private static final Set<String> SIZED = Set.of("+", "-", "*", "/", "%", "&", "|", "^", "~^", "^~");
}
