package dev.ouroboros.hdl.operator;

import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.hdl.task.DesignTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operators of the verilog layer. */
public final class VerilogOperators {
    private VerilogOperators() {}

    /**
     * Returns those that can help with a task. They are pure, and so safe for use by several threads.
     *
     * @param seed the unmodified files, by path in an artifact
     */
    public static List<Operator> of(DesignTask task, Map<String, String> seed) {
        if (task.clock() == null) {
            return all();
        }
        var operators = new ArrayList<>(all());
        operators.add(new SourceOperator("retimed", Pipelined.of(task, 0)));
        if (task.latency() == 0) {
            return List.copyOf(operators);
        }
        // Before anything else the outputs must come later: of the seed, nothing that does not is right.
        operators.replaceAll(operator -> new WhereSeed(operator, seed, false));
        var later = Pipelined.of(task, task.latency());
        Stream.of(
                        new SourceOperator("pipelined", later),
                        new SourceOperator(
                                "pipelined-constant-sums", new ConstantProducts(ConstantProducts.Reach.SUM), later),
                        new SourceOperator("pipelined-products", new Products(Products.Shape.PAIRS), later))
                .map(operator -> new WhereSeed(operator, seed, true))
                .forEach(operators::add);
        return List.copyOf(operators);
    }

    /** Returns all that are for any task. They are pure, and so safe for use by several threads. */
    public static List<Operator> all() {
        return List.of(
                new SourceOperator("constant-sums", new ConstantProducts(ConstantProducts.Reach.SUM)),
                new SourceOperator("constant-products", new ConstantProducts(ConstantProducts.Reach.PRODUCT)),
                new SourceOperator("products-in-pairs", new Products(Products.Shape.PAIRS)),
                new SourceOperator("products-in-rows", new Products(Products.Shape.ROWS)),
                new SourceOperator("long-divisions", new LongDivisions()),
                new SourceOperator("inverted-registers", new InvertedRegisters()),
                new SourceOperator("narrow-registers", new NarrowRegisters()),
                new SourceOperator("loose-comparisons", new LooseComparisons()),
                new SourceOperator("merged-branches", new MergedBranches()),
                new SourceOperator("folded-choices", new FoldedChoices()),
                new SourceOperator("shared-operators", new SharedOperators()),
                new SourceOperator("chosen-operands", new ChosenOperands()),
                new SourceOperator("one-adder", new OneAdder()),
                SourceOperator.guess("dead-choices", new DeadChoices()),
                SourceOperator.guess("constant-bits", new ConstantBits()),
                new SourceOperator("bitwise-comparisons", new BitwiseComparisons()),
                new SourceOperator("known-comparisons", new KnownComparisons()),
                new SourceOperator("shared-adder", new SharedAdder()),
                new SourceOperator("common-sums", new CommonSums()),
                new SourceOperator("state-codes", new StateCodes(StateCodes.How.ANEW)),
                new SourceOperator("exchanged-states", new StateCodes(StateCodes.How.EXCHANGED)),
                new SourceOperator("decoders", new Decoders()),
                new SourceOperator("lookup-tables", new LookupTables()),
                new SourceOperator("memory-styles", new MemoryStyles()));
    }
}
