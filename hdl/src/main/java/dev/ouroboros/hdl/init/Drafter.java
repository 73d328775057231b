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
        return draft(file, entry, null);
    }

    /**
     * The same for a device of the user's choice.
     *
     * @param device its name, or a Liberty file; null for the usual one
     */
    public static Draft draft(Path file, @Nullable String entry, @Nullable String device) throws DraftException {
        Target target = Target.of(device);
        Sources sources = Sources.of(file, entry);
        for (var source : sources.texts().entrySet()) {
            try {
                SourceGuard.check(source.getKey(), source.getValue().text());
            } catch (Suspicion e) {
                throw new DraftException(
                        e.getMessage() + "\nThe same guard reads every candidate, so the design must do without.");
            }
        }
        var guesses = new ArrayList<>(sources.guesses());
        parameters(sources, guesses);
        String settings = settings(sources, guesses);
        var files = new HashMap<String, String>();
        sources.texts().forEach((name, excerpt) -> files.put(name, excerpt.compact()));
        files.putAll(target.files());
        files.put("task.toml", text(sources.top(), sources.texts().keySet(), settings, target, guesses));
        return new Draft(sources.top().name(), files, guesses);
    }

    private static void parameters(Sources sources, List<String> guesses) {
        String defaults = SyntaxTree.walk(sources.top())
                .filter(Item.Declaration.class::isInstance)
                .map(Item.Declaration.class::cast)
                .filter(declaration -> declaration.type().is("parameter"))
                .flatMap(declaration -> declaration.names().stream())
                .map(name -> sources.text(sources.top(), name.span()).replaceAll("\\s+", " "))
                .collect(Collectors.joining(", "));
        if (!defaults.isEmpty()) {
            guesses.add(
                    "the parameters as they are: " + defaults + "; others are set by top-parameters = { NAME = 1 }");
        }
    }

    private static String settings(Sources sources, List<String> guesses) throws DraftException {
        Item.Module top = sources.top();
        var clocking = Clocking.of(sources);
        Map<String, String> clocks = clocking.clocks();
        if (clocks.isEmpty()) {
            return "  contract = \"combinational\"\n";
        }
        if (clocks.size() > 1) {
            String places = clocks.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                    .collect(Collectors.joining(", "));
            throw new DraftException("module " + top.name() + " has the clocks " + places
                    + "; a contract for several clocks is not there yet\nMaybe name a module with one clock by --top.");
        }
        String clock = clocks.keySet().iterator().next();
        Set<String> inputs = ports(top, "input");
        if (!inputs.contains(clock)) {
            throw new DraftException("module " + top.name() + " makes the clock " + clock + " (" + clocks.get(clock)
                    + ") itself; expected an input\nMaybe name a module that gets its clock by --top.");
        }
        var resets = clocking.resets().stream()
                .filter(reset -> inputs.contains(reset.getKey()))
                .toList();
        String reset = reset(resets, PowerUp.isDefined(sources.modules().values()), guesses);
        guesses.add("the contract: every output the same in every cycle, no latency added");
        return "  clock    = \"" + clock + "\"\n" + reset + "  contract = \"cycle-exact\"\n"
                + streams(inputs, clock, resets, ports(top, "output"), guesses);
    }

    /** A contract that says less is for the user to choose. */
    private static String streams(
            Set<String> inputs,
            String clock,
            List<Map.Entry<String, Clocking.Reset>> resets,
            Set<String> outputs,
            List<String> guesses) {
        var others = new HashSet<>(inputs);
        others.remove(clock);
        resets.forEach(reset -> others.remove(reset.getKey()));
        List<String> lines = StreamGuess.of(others, outputs).lines();
        if (lines.isEmpty()) {
            return "";
        }
        guesses.add("some ports look like streams: a contract of tokens instead of cycles stands there as a comment");
        return lines.stream()
                .collect(Collectors.joining(
                        "\n  # ",
                        "  # If only the tokens count, and not in which cycle they come, this instead of the line above:\n  # ",
                        "\n"));
    }

    /** Where all registers have initial values, starting from these says more than starting from any state would. */
    private static String reset(
            List<Map.Entry<String, Clocking.Reset>> resets, boolean initialized, List<String> guesses) {
        if (resets.isEmpty()) {
            guesses.add(
                    "no reset: both designs start from their initial values; write reset = { name = \"...\" } if there"
                            + " is one");
            return "";
        }
        String name = resets.getFirst().getKey();
        Clocking.Reset first = resets.getFirst().getValue();
        String line = "reset    = { name = \"" + name + "\", active = \"" + (first.high() ? "high" : "low")
                + "\", kind = \"" + (first.asynchronous() ? "async" : "sync") + "\" }";
        if (initialized) {
            guesses.add("all registers have initial values: both designs start from these, and " + name
                    + " is an input like any other");
            return "  # To start from a reset and whatever the registers hold before:\n  # " + line + "\n";
        }
        guesses.add("the reset " + name + (resets.size() > 1 ? ", of several" : "")
                + ": before it, registers hold anything, initial values count for nothing");
        return "  " + line + "\n";
    }

    /** Ports in the header, or declared below it as older Verilog does. */
    private static Set<String> ports(Item.Module top, String direction) {
        var ports = new HashSet<String>();
        SyntaxTree.walk(top)
                .filter(Item.Declaration.class::isInstance)
                .map(Item.Declaration.class::cast)
                .filter(declaration -> declaration.type().is(direction))
                .flatMap(declaration -> declaration.names().stream())
                .map(Part.Declarator::name)
                .forEach(ports::add);
        return ports;
    }

    private static String text(
            Item.Module top, Set<String> files, String settings, Target target, List<String> guesses) {
        guesses.add(target.guess());
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
                %s%s
                [[objectives]]
                metric = "%s"
                goal   = "minimize"

                [[objectives]]               # watched only: the first one decides
                metric = "depth"
                goal   = "minimize"
                %s
                [budget]
                evaluations = 100
                time        = "10m"
                """.formatted(
                        guesses.stream().map(guess -> "#   " + guess).collect(Collectors.joining("\n")),
                        top.name(),
                        "the module " + top.name(),
                        files.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")),
                        top.name(),
                        settings,
                        target.settings(),
                        target.metric(),
                        target.accept());
    }
}
