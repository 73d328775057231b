package dev.ouroboros.hdl.operator;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Diffs;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A rewriting as an operator: one patch, a diff of the lines it changes, for each possibility in each Verilog file.
 *
 * @param name for the report's credit
 * @param promise as {@link Operator#promise} has it
 */
record SourceOperator(String name, Rewriting rewriting, double promise) implements Operator {
    private static final double GUESS = 0.25;

    SourceOperator(String name, Rewriting rewriting) {
        this(name, rewriting, 1);
    }

    /** Returns an operator whose patches are more often wrong than right. */
    static SourceOperator guess(String name, Rewriting rewriting) {
        return new SourceOperator(name, rewriting, GUESS);
    }

    @Override
    public List<Patch> patches(Artifact artifact) {
        var patches = new LinkedHashSet<Patch>();
        artifact.files().keySet().stream().filter(SourceOperator::isVerilog).forEach(path -> {
            var source = artifact.text(path);
            for (var edited : rewritten(source)) {
                patches.add(new Patch.UnifiedDiff(Diffs.unified(artifact, artifact.with(path, edited))));
            }
        });
        return List.copyOf(patches);
    }

    /** Returns the source after each possible rewriting; none for text whose lines a diff cannot hold. */
    List<String> rewritten(String source) {
        if (source.indexOf('\r') >= 0) {
            return List.of();
        }
        var all = new ArrayList<String>();
        var tree = SyntaxTree.parse(source);
        for (var module : tree.modules()) {
            for (var edits : rewriting.in(Design.of(tree, module))) {
                var edited = Edit.apply(source, edits);
                if (!edited.equals(source)) {
                    all.add(edited);
                }
            }
        }
        return all;
    }

    private static boolean isVerilog(String path) {
        return path.endsWith(".v") || path.endsWith(".sv");
    }
}
