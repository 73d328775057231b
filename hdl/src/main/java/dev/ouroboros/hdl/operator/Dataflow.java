package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Node;
import dev.ouroboros.hdl.syntax.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module calculates, from its inputs to its outputs.
 *
 * @param sources what the signals are read from, by name
 * @param cuts calculations after which registers can stand, by their expression, which knows its place
 * @param units what is written again, each at one step
 * @param delays registers that do nothing but delay, and so can stand elsewhere
 */
record Dataflow(
        Steps steps, Map<String, Source> sources, Map<Expression, Cut> cuts, List<Unit> units, List<Delay> delays) {

    /**
     * @param registers after the step
     * @param net what the step gives
     * @param at offset after which that is declared
     */
    record Source(int step, int registers, Net net, int at) {}

    /** A net that is there or, if {@code fresh}, has to be made. */
    record Net(String name, Shape shape, boolean fresh) {
        String declared(String kind, String as) {
            return kind
                    + (shape.signed() ? " signed" : "")
                    + (shape.width() > 1 ? " [" + (shape.width() - 1) + ":0] " : " ")
                    + as;
        }
    }

    /** @param shape of the calculation where it stands */
    record Cut(int step, Shape shape, Site site) {}

    /**
     * An assignment, an always block, an instance.
     *
     * @param own what it assigns, and what only it knows
     */
    record Unit(Node node, int step, Set<String> own) {}

    /** {@code name <= value} in every cycle. */
    record Delay(Item.Always block, Item.Declaration declaration, Statement.Assign assign, String name) {}
}
