package dev.ouroboros.java.operator;

import dev.ouroboros.engine.layer.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All operators on Java. */
public final class JavaOperators {
    private static final Map<String, Rewrite> REWRITES = new LinkedHashMap<>();

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
        REWRITES.put("constant", Small::constants);
        REWRITES.put("operator", Small::operators);
        REWRITES.put("condition", Small::conditions);
        REWRITES.put("delete", Small::delete);
        REWRITES.put("copy", Small::copy);
        REWRITES.put("swap", Small::swap);
        REWRITES.put("exit", Small::exit);
    }

    private JavaOperators() {}

    /** Returns the operators on the editable files of a part. */
    public static List<Operator> of(String part, List<String> files) {
        List<String> paths = files.stream().map(file -> part + "/" + file).toList();
        List<Operator> operators = new ArrayList<>();
        REWRITES.forEach((name, rewrite) -> operators.add(new SourceOperator(name, rewrite, paths)));
        return List.copyOf(operators);
    }
}
