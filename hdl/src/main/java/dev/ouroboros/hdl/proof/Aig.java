package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Logic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * An and-inverter graph. A literal is 2·variable, plus 1 if inverted; 0 is false and 1 is true. Equal nodes are one node, so
 * that what two designs have in common is there once. Not safe for several threads.
 */
final class Aig implements Logic<Integer> {
    static final int FALSE = 0;
    static final int TRUE = 1;

    /** Of each variable: its two operands; −1 for inputs and latches. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {-1, -1}));

    private final Map<Long, Integer> known = new HashMap<>();
    private final Numbers numbers = new Numbers(this);
    private final List<Integer> inputs = new ArrayList<>();
    private final SequencedMap<Integer, Integer> latches = new LinkedHashMap<>();

    /** Returns the literal of a new input. */
    int input() {
        int literal = leaf();
        inputs.add(literal);
        return literal;
    }

    /** Returns the literal of a new latch; {@link #connect} tells its next value. */
    int latch() {
        int literal = leaf();
        latches.put(literal, literal);
        return literal;
    }

    void connect(int latch, int next) {
        if (latches.replace(latch, next) == null) {
            throw new IllegalArgumentException("no latch has the literal " + latch);
        }
    }

    private int leaf() {
        nodes.add(new int[] {-1, -1});
        return 2 * (nodes.size() - 1);
    }

    List<Integer> inputs() {
        return inputs;
    }

    /** Returns the state bits, 0 at first: the literal of each, and that of its next value. */
    SequencedMap<Integer, Integer> latches() {
        return latches;
    }

    /** Returns the number of variables, the constant included. */
    int size() {
        return nodes.size();
    }

    /** Returns the operands of a variable, −1 twice if it is no and-node. */
    int[] operands(int variable) {
        return nodes.get(variable);
    }

    @Override
    public Integer constant(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public Integer not(Integer a) {
        return a ^ 1;
    }

    @Override
    public Integer and(Integer a, Integer b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (low == FALSE || low == (high ^ 1)) {
            return FALSE;
        }
        if (low == TRUE || low == high) {
            return high;
        }
        return known.computeIfAbsent(((long) low << 32) | high, _ -> {
            nodes.add(new int[] {low, high});
            return 2 * (nodes.size() - 1);
        });
    }

    @Override
    public Integer mux(Integer select, Integer whenZero, Integer whenOne) {
        if (whenZero.equals(whenOne)) {
            return whenZero;
        }
        return or(and(not(select), whenZero), and(select, whenOne));
    }

    @Override
    public List<Integer> sum(List<Integer> a, List<Integer> b, Integer carryIn) {
        return numbers.sum(a, b, carryIn);
    }

    @Override
    public List<Integer> product(List<Integer> a, List<Integer> b) {
        return numbers.product(a, b);
    }

    /** Returns whether two words of one width are known to be the same number. */
    boolean sameNumber(List<Integer> a, List<Integer> b) {
        if (a.equals(b)) {
            return true;
        }
        var value = numbers.value(a);
        return value != null && value.equals(numbers.value(b));
    }
}
