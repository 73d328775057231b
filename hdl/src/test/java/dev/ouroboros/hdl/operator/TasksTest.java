package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.syntax.Expression;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Statement;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import dev.ouroboros.hdl.task.DesignTaskReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The layer's own designs: all of them are understood, and every patch fits. */
class TasksTest {
    private static final String PATH = "design/d.v";

    private static Map<String, String> designs() throws IOException {
        var designs = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("tasks"))) {
            files.filter(file -> file.toString().endsWith(".v"))
                    .forEach(file -> designs.put(file.toString(), read(file)));
        }
        assertTrue(designs.size() >= 8, designs.keySet()::toString);
        return designs;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTaskNamesItsOwnDesign() throws Exception {
        for (var file : designs().keySet()) {
            var design = Path.of(file);
            var part = TaskReader.read(design.resolveSibling("task.toml"), Set.of("verilog"))
                    .parts()
                    .getFirst();
            assertEquals(
                    String.valueOf(design.getFileName()),
                    DesignTaskReader.read(part).top() + ".v");
        }
    }

    @Test
    void everyDesignIsUnderstoodInFull() throws Exception {
        designs().forEach((file, source) -> {
            var tree = SyntaxTree.parse(source);
            assertEquals(source, tree.print());
            assertEquals(List.of(), opaque(tree), file);
        });
    }

    @Test
    void everyPatchFitsParsesAndKeepsTheInterface() throws Exception {
        var helped = new HashSet<String>();
        for (var source : designs().values()) {
            var artifact = Artifact.of(Map.of()).with(PATH, source);
            for (var operator : VerilogOperators.all()) {
                for (var patch : operator.patches(artifact)) {
                    var after = Patches.apply(artifact, patch, new EditScope(Set.of(PATH)))
                            .text(PATH);
                    assertNotEquals(source, after);
                    var tree = SyntaxTree.parse(after);
                    assertEquals(List.of(), opaque(tree), after);
                    assertEquals(interfaces(SyntaxTree.parse(source)), interfaces(tree));
                    helped.add(operator.name());
                }
                assertEquals(operator.patches(artifact), operator.patches(artifact));
            }
        }
        assertFalse(helped.isEmpty());
    }

    private static List<String> opaque(SyntaxTree tree) {
        return tree.items().stream()
                .flatMap(SyntaxTree::walk)
                .filter(node -> node instanceof Item.Opaque
                        || node instanceof Statement.Opaque
                        || node instanceof Expression.Opaque)
                .map(tree::text)
                .toList();
    }

    private static List<String> interfaces(SyntaxTree tree) {
        return tree.modules().stream()
                .flatMap(module -> module.header().stream().map(port -> module.name() + " " + tree.text(port)))
                .toList();
    }
}
