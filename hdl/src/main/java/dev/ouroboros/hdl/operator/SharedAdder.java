package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the sums and differences that the branches of an always block assign to one target a single adder before the block: the
 * conditions choose its operands, a difference is {@code a + ~b + 1}, and {@code b - a} is {@code ~(a + ~b)}. Equivalent if no
 * two of the conditions hold at once and nothing signed is made wider, which a proof tells.
 */
final class SharedAdder implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var item : design.module().items()) {
            if (item instanceof Item.Always always) {
                var found = new Sums(design);
                found.collect(always.body(), "");
                found.byTarget.values().stream().filter(sums -> sums.size() > 1).forEach(sums -> {
                    for (boolean turned : new boolean[] {false, true}) {
                        var edits = shared(design, always, sums, turned);
                        if (edits != null && !all.contains(edits)) {
                            all.add(edits);
                        }
                    }
                });
            }
        }
        return all;
    }

    /** An assignment of a sum or difference, and when it is reached. */
    private record Sum(Statement.Assign assign, Expression.Binary value, String condition) {
        boolean minus() {
            return value.operator().equals("-");
        }
    }

    /** How the adder is used for one sum. */
    private record Use(Sum sum, String left, String right, String carry, boolean inverted) {}

    private static @Nullable List<Edit> shared(Design design, Item.Always always, List<Sum> sums, boolean turned) {
        var target = design.scope().shape(sums.getFirst().assign().target());
        if (target == null) {
            return null;
        }
        var site = new Site(
                always, sums.getFirst().assign().target(), sums.getFirst().value(), Site.local(always));
        int width = target.width();
        var uses = new ArrayList<Use>();
        for (var sum : sums) {
            var left = OneAdder.padded(design, sum.value().left(), width);
            var right = OneAdder.padded(design, sum.value().right(), width);
            if (left == null || right == null || !site.canMove(sum.value())) {
                return null;
            }
            uses.add(use(sum, left, right, uses.isEmpty() ? null : uses.getFirst(), turned));
        }
        var names = design.names().copy();
        var total = names.next("total");
        var declaration = "wire [" + width + ":0] " + total + " = {"
                + chosen(uses.stream().map(Use::left).toList(), uses) + ", 1'b1} + {"
                + chosen(uses.stream().map(Use::right).toList(), uses) + ", "
                + chosen(uses.stream().map(Use::carry).toList(), uses) + "};";
        var edits = new ArrayList<Edit>();
        for (var use : uses) {
            edits.add(new Edit(use.sum().value().span(), (use.inverted() ? "~" : "") + total + "[" + width + ":1]"));
        }
        edits.add(site.declare(design, List.of(declaration)));
        return List.copyOf(edits);
    }

    /** Operands in the order of the first sum, if they are the same two. */
    private static Use use(Sum sum, String left, String right, @Nullable Use first, boolean turned) {
        boolean crossed = first != null && left.equals(bare(first.right())) && right.equals(first.left());
        if (!sum.minus()) {
            return crossed ? new Use(sum, right, left, "1'b0", false) : new Use(sum, left, right, "1'b0", false);
        }
        return crossed && turned
                ? new Use(sum, right, "~" + left, "1'b0", true)
                : new Use(sum, left, "~" + right, "1'b1", false);
    }

    private static String bare(String operand) {
        return operand.startsWith("~") ? operand.substring(1) : operand;
    }

    /** The last is taken where no condition holds: then nobody looks. */
    private static String chosen(List<String> values, List<Use> uses) {
        if (values.stream().distinct().count() == 1) {
            return values.getFirst();
        }
        var last = values.getLast();
        var text = new StringBuilder("(");
        for (int i = 0; i < values.size() - 1; i++) {
            if (!values.subList(i, values.size()).stream().allMatch(last::equals)) {
                text.append(uses.get(i).sum().condition())
                        .append(" ? ")
                        .append(values.get(i))
                        .append(" : ");
            }
        }
        return text.append(last).append(")").toString();
    }

    /** Walks branches and notes under which conditions sums are assigned. */
    private static final class Sums {
        private final Design design;
        private final Map<String, List<Sum>> byTarget = new LinkedHashMap<>();

        Sums(Design design) {
            this.design = design;
        }

        void collect(Statement statement, String condition) {
            switch (statement) {
                case Statement.Block block -> block.body().forEach(each -> collect(each, condition));
                case Statement.If branches -> {
                    var asked = "(" + design.text(branches.condition()) + ")";
                    collect(branches.whenTrue(), and(condition, asked));
                    var otherwise = branches.whenFalse();
                    if (otherwise != null) {
                        collect(otherwise, and(condition, "!" + asked));
                    }
                }
                case Statement.Case cases
                when cases.keyword().equals("case") -> {
                    for (Part.Arm arm : cases.arms()) {
                        if (!arm.labels().isEmpty()) {
                            collect(arm.body(), and(condition, label(cases, arm)));
                        }
                    }
                }
                case Statement.Assign assign -> {
                    if (Expressions.bare(assign.value()) instanceof Expression.Binary binary
                            && OneAdder.isSum(binary)
                            && !condition.isEmpty()) {
                        byTarget.computeIfAbsent(design.text(assign.target()), _ -> new ArrayList<>())
                                .add(new Sum(assign, binary, condition));
                    }
                }
                case Statement.Case _, Statement.For _, Statement.Local _, Statement.Empty _, Statement.Opaque _ -> {}
            }
        }

        private String label(Statement.Case cases, Part.Arm arm) {
            return arm.labels().stream()
                    .map(label -> design.text(cases.subject()) + " == " + design.text(label))
                    .collect(Collectors.joining(" || ", "(", ")"));
        }

        private static String and(String one, String other) {
            return one.isEmpty() ? other : "(" + one + " && " + other + ")";
        }
    }
}
