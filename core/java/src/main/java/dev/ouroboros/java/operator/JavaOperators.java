package dev.ouroboros.java.operator;

import dev.ouroboros.engine.layer.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All operators on Java. */
public final class JavaOperators {
    private static final Map<String, Rewrite> REWRITES = new LinkedHashMap<>();

    /** Of a change that knows nothing of what the code means. */
    private static final double BLIND = 0.3;

    private static final Map<String, Rewrite> BLIND_REWRITES = new LinkedHashMap<>();

    static {
        REWRITES.put("interchange", LoopOrder::interchange);
        REWRITES.put("scatter", LoopOrder::scatter);
        REWRITES.put("tile", LoopOrder::tile);
        REWRITES.put("unroll", Unroll::plain);
        REWRITES.put("accumulators", Unroll::accumulators);
        REWRITES.put("hoist", Hoist::values);
        REWRITES.put("hoist-row", Hoist::rows);
        REWRITES.put("carry", Carry::all);
        REWRITES.put("compare-in-place", Strings::inPlace);
        REWRITES.put("leap", Strings::leap);
        REWRITES.put("char-array", Strings::arrays);
        REWRITES.put("collection", Collections::exchange);
        REWRITES.put("room", Collections::room);
        REWRITES.put("unbox", Collections::unbox);
        REWRITES.put("select", Small::select);
        BLIND_REWRITES.put("constant", Small::constants);
        BLIND_REWRITES.put("operator", Small::operators);
        BLIND_REWRITES.put("condition", Small::conditions);
        BLIND_REWRITES.put("delete", Small::delete);
        BLIND_REWRITES.put("copy", Small::copy);
        BLIND_REWRITES.put("swap", Small::swap);
        BLIND_REWRITES.put("exit", Small::exit);
    }

    /** Those of them that leave a program that may be right, and are worth a try where no answer is the only right one. */
    private static final List<String> CHANGING = List.of("constant", "operator", "condition", "delete", "copy");

    private JavaOperators() {}

    /**
     * Returns the operators on the editable files of a part.
     *
     * @param entry name of the method that is measured
     */
    public static List<Operator> of(String part, List<String> files, String entry) {
        List<String> paths = files.stream().map(file -> part + "/" + file).toList();
        List<Operator> operators = new ArrayList<>();
        REWRITES.forEach((name, rewrite) -> operators.add(new SourceOperator(name, rewrite, paths, entry, 1)));
        BLIND_REWRITES.forEach(
                (name, rewrite) -> operators.add(new SourceOperator(name, rewrite, paths, entry, BLIND)));
        return List.copyOf(operators);
    }

    /** Returns the operators for code that may do something else than its seed, as long as it does it better. */
    public static List<Operator> changing(String part, List<String> files, String entry, Signatures signatures) {
        List<String> paths = files.stream().map(file -> part + "/" + file).toList();
        Map<String, Rewrite> meant = new LinkedHashMap<>();
        meant.put("reach", source -> Reach.values(source, signatures));
        meant.put("draw", source -> Reach.draws(source, signatures));
        meant.put("element", source -> Choices.elements(source, signatures));
        meant.put("alternative", source -> Choices.alternatives(source, signatures));
        Map<String, Rewrite> blind = new LinkedHashMap<>();
        blind.put("chance", source -> Choices.chances(source, signatures));
        blind.put("again", source -> Choices.again(source, signatures));
        BLIND_REWRITES.forEach((name, rewrite) -> {
            if (CHANGING.contains(name)) {
                blind.put(name, rewrite);
            }
        });
        List<Operator> operators = new ArrayList<>();
        meant.forEach((name, rewrite) -> operators.add(new SourceOperator(name, rewrite, paths, entry, 1)));
        blind.forEach((name, rewrite) -> operators.add(new SourceOperator(name, rewrite, paths, entry, BLIND)));
        return List.copyOf(operators);
    }
}
