package dev.ouroboros.hdl.proof;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the inputs of a graph are in a step of a run, for literals that are inputs or constants. */
final class InputValues {
    private final Map<Integer, Integer> position = new HashMap<>();

    InputValues(Aig aig) {
        for (int input : aig.inputs()) {
            position.put(input, position.size());
        }
    }

    /** @param ones which inputs are 1, counted in the order of the graph */
    Ternary of(int literal, BitSet ones) {
        Integer input = position.get(literal);
        return Ternary.of(input == null ? literal == Aig.TRUE : ones.get(input));
    }

    List<Ternary> of(List<Integer> literals, BitSet ones) {
        return literals.stream().map(literal -> of(literal, ones)).toList();
    }
}
