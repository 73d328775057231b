package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.engine.layer.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mutations of C and OpenCL C that a layer can offer for one of its parts. */
public final class CFamilyOperators {
    private CFamilyOperators() {}

    /**
     * Returns the operators for a part.
     *
     * @param part its name
     * @param files what may be edited, relative to the part
     */
    public static List<Operator> of(String part, List<String> files, Dialect dialect) {
        var paths = files.stream().map(file -> part + "/" + file).toList();
        var sources = new Sources(part, paths, dialect);
        return rewrites(dialect).entrySet().stream()
                .<Operator>map(entry -> new SourceOperator(entry.getKey(), entry.getValue(), sources))
                .toList();
    }

    private static Map<String, Rewrite> rewrites(Dialect dialect) {
        Map<String, Rewrite> rewrites = new LinkedHashMap<>();
        rewrites.put("unroll-hint", LoopHint.unroll(dialect));
        rewrites.put("unroll", new Unroll());
        rewrites.put("accumulators", new Accumulators());
        rewrites.put("interchange", new Interchange());
        rewrites.put("tile", new Tile());
        rewrites.put("unroll-and-jam", new UnrollAndJam());
        rewrites.put("distribute", new Distribute());
        rewrites.put("restrict", new Restrict());
        rewrites.put("float-literals", new FloatLiterals());
        rewrites.put("select", new Select());
        if (dialect == Dialect.C) {
            rewrites.put("vectorize", new Vectorize());
            rewrites.put("independent", LoopHint.independent());
            rewrites.put("hoist", new Hoist());
            rewrites.put("prefetch", new Prefetch());
            rewrites.put("assume-aligned", new AssumeAligned());
            rewrites.put("inline", new Inline());
        }
        return rewrites;
    }
}
