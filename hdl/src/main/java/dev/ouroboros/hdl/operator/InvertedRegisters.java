package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stores a register inverted where it is read inverted: an output that only inverts takes a logic cell for each bit, a register
 * does it for nothing. Equivalent unless what is inverted is also made wider, which a proof tells.
 */
final class InvertedRegisters implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var item : design.module().items()) {
            if (item instanceof Item.Declaration declaration
                    && (declaration.type().is("reg") || declaration.type().is("logic"))) {
                for (var name : declaration.names()) {
                    var symbol = design.scope().symbol(name.name());
                    if (symbol != null && !symbol.port() && symbol.elements() == 0 && name.value() == null) {
                        var edits = new Uses(design, name.name(), symbol.shape().signed()).edits();
                        if (edits != null) {
                            all.add(edits);
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Where one register is used, and how that is written when it is inverted. */
    private static final class Uses {
        private final Design design;
        private final String name;
        private final boolean signed;
        private final List<Edit> edits = new ArrayList<>();
        private boolean readInverted;
        private boolean possible = true;
        private int found = 1;

        Uses(Design design, String name, boolean signed) {
            this.design = design;
            this.name = name;
            this.signed = signed;
        }

        /** Null if the register is never read inverted, or used in a way that cannot be rewritten. */
        @Nullable
        List<Edit> edits() {
            for (var item : design.module().items()) {
                visit(item, item instanceof Item.Always always && always.isClocked());
            }
            return possible && readInverted && found == occurrences() ? List.copyOf(edits) : null;
        }

        /** Counts what stands anywhere, also where the tree does not look. */
        private int occurrences() {
            var word = Pattern.compile("(?<![A-Za-z0-9_$.`])" + Pattern.quote(name) + "(?![A-Za-z0-9_$])");
            var code = design.text(design.module()).replaceAll("//[^\n]*|(?s:/\\*.*?\\*/)", " ");
            return (int) word.matcher(code).results().count();
        }

        private void visit(Node node, boolean clocked) {
            switch (node) {
                case Statement.Assign assign
                when isRegister(assign.target()) -> {
                    possible &= clocked && assign.operator().equals("<=");
                    found++;
                    if (assign.target() instanceof Expression.Select select) {
                        visit(select.index(), clocked);
                    }
                    edits.add(Edit.insert(assign.value().span().start(), "~("));
                    visit(assign.value(), clocked);
                    edits.add(Edit.insert(assign.value().span().end(), ")"));
                }
                case Statement.Assign assign -> {
                    possible &= SyntaxTree.walk(assign.target()).noneMatch(this::isTarget);
                    visit(assign.value(), clocked);
                    SyntaxTree.walk(assign.target())
                            .filter(Expression.Select.class::isInstance)
                            .map(Expression.Select.class::cast)
                            .forEach(select -> visit(select.index(), clocked));
                }
                case Expression.Unary unary
                when unary.operator().equals("~") && isRegister(unary.operand()) -> {
                    readInverted = true;
                    edits.add(new Edit(unary.span(), design.text(unary.operand())));
                    found++;
                    index(unary.operand());
                }
                case Expression read
                when isRegister(read) -> {
                    edits.add(new Edit(read.span(), inverted(read)));
                    found++;
                    index(read);
                }
                case Part.Trigger trigger -> possible &= !names(trigger);
                case Item.Instance instance -> possible &= !names(instance);
                default -> node.children().forEach(child -> visit(child, clocked));
            }
        }

        /** An index that holds the register itself would be edited twice. */
        private void index(Expression read) {
            if (read instanceof Expression.Select select) {
                possible &= !names(select.index());
            } else if (read instanceof Expression.Slice slice) {
                possible &= !names(slice.left()) && !names(slice.right());
            }
        }

        private boolean isTarget(Node node) {
            return node instanceof Expression.Concatenation concatenation && names(concatenation);
        }

        private boolean names(Node node) {
            return SyntaxTree.walk(node)
                    .anyMatch(inner ->
                            inner instanceof Expression.Name word && word.text().equals(name));
        }

        private boolean isRegister(Expression expression) {
            return switch (expression) {
                case Expression.Name word -> word.text().equals(name);
                case Expression.Select select -> isRegister(select.base());
                case Expression.Slice slice -> isRegister(slice.base());
                default -> false;
            };
        }

        /** A concatenation keeps its size whatever stands around it. */
        private String inverted(Expression read) {
            return signed && read instanceof Expression.Name
                    ? "$signed(~" + name + ")"
                    : "{~" + design.text(read) + "}";
        }
    }
}
