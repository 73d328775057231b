package dev.ouroboros.hdl.operator;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Diffs;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rewriting, or several one after the other, as an operator: one patch, a diff of the lines it changes, for each possibility in each
 * Verilog file.
 *
 * @param name for the report's credit
 * @param promise as {@link Operator#promise} has it
 */
record SourceOperator(String name, List<Rewriting> rewritings, double promise) implements Operator {
    private static final double GUESS = 0.25;

    SourceOperator {
        rewritings = List.copyOf(rewritings);
    }

    SourceOperator(String name, Rewriting... rewritings) {
        this(name, List.of(rewritings), 1);
    }

    /** Returns an operator whose patches are more often wrong than right. */
    static SourceOperator guess(String name, Rewriting rewriting) {
        return new SourceOperator(name, List.of(rewriting), GUESS);
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
        var texts = source.indexOf('\r') >= 0 ? List.<String>of() : List.of(source);
        for (var rewriting : rewritings) {
            texts = texts.stream().flatMap(text -> once(rewriting, text)).toList();
        }
        return texts;
    }

    private static Stream<String> once(Rewriting rewriting, String source) {
        var tree = SyntaxTree.parse(source);
        return tree.modules().stream()
                .flatMap(module -> rewriting.in(Design.of(tree, module)).stream())
                .map(edits -> Edit.apply(source, edits))
                .filter(edited -> !edited.equals(source));
    }

    private static boolean isVerilog(String path) {
        return path.endsWith(".v") || path.endsWith(".sv");
    }
}
