package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.guard.SourceGuard;
import dev.ouroboros.hdl.guard.Suspicion;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Part;
import dev.ouroboros.hdl.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a task of a Verilog file. */
public final class Drafter {
    private Drafter() {}

    /**
     * Reads the design and writes a task for one of its modules.
     *
     * @param entry name of the module, or null for the one that no other uses
     * @throws DraftException if there is no such module, it uses one that is nowhere, it has two clocks, or it holds what the
     *     guard refuses
     */
    public static Draft draft(Path file, @Nullable String entry) throws DraftException {
        Sources sources = Sources.of(file);
        for (var source : sources.texts().entrySet()) {
            try {
                SourceGuard.check(source.getKey(), source.getValue());
            } catch (Suspicion e) {
                throw new DraftException(
                        e.getMessage() + "\nThe same guard reads every candidate, so the design must do without.");
            }
        }
        var guesses = new ArrayList<String>();
        Item.Module top = top(file, sources, entry, guesses);
        String settings = settings(top, sources.modules(), guesses);
        var files = new HashMap<>(sources.texts());
        files.put("task.toml", text(top, sources.texts().keySet(), settings, guesses));
        return new Draft(top.name(), files, guesses);
    }

    private static Item.Module top(Path file, Sources sources, @Nullable String entry, List<String> guesses)
            throws DraftException {
        var modules = sources.modules();
        if (entry != null) {
            Item.Module named = modules.get(entry);
            if (named == null) {
                throw new DraftException(
                        file.getFileName() + " defines no module " + entry + "; it defines " + names(modules.keySet()));
            }
            return named;
        }
        var used = new HashSet<String>();
        modules.values().forEach(module -> Sources.instances(module).forEach(instance -> used.add(instance.module())));
        List<String> roots =
                modules.keySet().stream().filter(name -> !used.contains(name)).toList();
        if (roots.isEmpty()) {
            throw new DraftException(file.getFileName() + " defines no module");
        }
        if (roots.size() > 1) {
            guesses.add("the module " + roots.getLast() + ", the last of " + names(Set.copyOf(roots))
                    + "; another one is named by --top");
        }
        Item.Module root = modules.get(roots.getLast());
        if (root == null) {
            throw new IllegalStateException(roots.getLast());
        }
        return root;
    }

    private static String names(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String settings(Item.Module top, Map<String, Item.Module> modules, List<String> guesses)
            throws DraftException {
        var clocking = Clocking.of(top, modules);
        if (clocking.clocks().isEmpty()) {
            return "  contract = \"combinational\"\n";
        }
        if (clocking.clocks().size() > 1) {
            throw new DraftException("module " + top.name() + " has the clocks " + names(clocking.clocks())
                    + "; a contract for several clocks is not there yet\nMaybe name a module with one clock by --top.");
        }
        String clock = clocking.clocks().iterator().next();
        Set<String> inputs = inputs(top);
        if (!inputs.contains(clock)) {
            throw new DraftException("module " + top.name() + " makes the clock " + clock
                    + " itself; expected an input\nMaybe name a module that gets its clock by --top.");
        }
        var resets = clocking.resets().stream()
                .filter(reset -> inputs.contains(reset.getKey()))
                .toList();
        String reset = "";
        if (resets.isEmpty()) {
            guesses.add(
                    "no reset: both designs start from their initial values; write reset = { name = \"...\" } if there"
                            + " is one");
        } else {
            var first = resets.getFirst();
            reset = "  reset    = { name = \"" + first.getKey() + "\", active = \""
                    + (first.getValue().high() ? "high" : "low") + "\", kind = \""
                    + (first.getValue().asynchronous() ? "async" : "sync") + "\" }\n";
            if (resets.size() > 1) {
                guesses.add("the reset " + first.getKey() + ", of several");
            }
        }
        guesses.add("the contract: every output the same in every cycle, no latency added");
        return "  clock    = \"" + clock + "\"\n" + reset + "  contract = \"cycle-exact\"\n";
    }

    /** Ports in the header, or declared below it as older Verilog does. */
    private static Set<String> inputs(Item.Module top) {
        var inputs = new HashSet<String>();
        SyntaxTree.walk(top)
                .filter(Item.Declaration.class::isInstance)
                .map(Item.Declaration.class::cast)
                .filter(declaration -> declaration.type().is("input"))
                .flatMap(declaration -> declaration.names().stream())
                .map(Part.Declarator::name)
                .forEach(inputs::add);
        return inputs;
    }

    private static String text(Item.Module top, Set<String> files, String settings, List<String> guesses) {
        guesses.add("the device hx8k and the objective: the fewest logic cells, the clock not slower");
        return """
                # Written by `ouroboros init`. Guessed, so look at it:
                %s
                name    = "%s"
                summary = "%s"

                [[parts]]
                name  = "design"
                layer = "verilog"
                files = [%s]

                  [parts.verilog]
                  top      = "%s"
                %s  device   = "hx8k"
                  recipes  = ["-abc2", "-abc2 -dff", "-abc9", "-abc9 -dff", "-nocarry -abc9"]

                [[objectives]]
                metric = "logic-cells"
                goal   = "minimize"

                [budget]
                evaluations = 100
                time        = "10m"
                """.formatted(
                        guesses.stream().map(guess -> "#   " + guess).collect(Collectors.joining("\n")),
                        top.name(),
                        "the module " + top.name(),
                        files.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")),
                        top.name(),
                        settings);
    }
}
