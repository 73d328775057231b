package dev.ouroboros.hdl.task;

import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Nearest;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.liberty.LibertyProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code [parts.verilog]}. */
public final class DesignTaskReader {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_$]*";
    private static final long MOST_LATENCY = 64;
    private static final long MOST_RESET_CYCLES = 64;
    private static final long MOST_BOUNDED_CYCLES = 10_000;

    /** Options of {@code synth_ice40} that change the circuit and not what it does. */
    private static final Set<String> ICE40_OPTIONS =
            Set.of("-abc2", "-abc9", "-dff", "-nocarry", "-nodffe", "-dsp", "-noflatten", "-nobram", "-spram");

    /** What the flow for standard cells can be told. */
    private static final Set<String> LIBERTY_OPTIONS = Set.of("-flatten", "-full", "-nofsm", "-share");

    private final Section table;

    private DesignTaskReader(Section table) {
        this.table = table;
    }

    /**
     * Reads the part's table.
     *
     * @throws TaskException with file, line and what was expected
     */
    public static DesignTask read(Part part) throws TaskException {
        return new DesignTaskReader(part.settings()).read();
    }

    private DesignTask read() throws TaskException {
        Contract contract = contract();
        boolean combinational = contract instanceof Contract.Combinational;
        if (combinational) {
            refuseWithState("clock");
            refuseWithState("reset");
        }
        Device device = device();
        return new DesignTask(
                name(table, "top"),
                combinational ? null : clock(),
                combinational ? null : reset(),
                contract,
                assumptions(),
                libraries(),
                topParameters(),
                device,
                recipes(device),
                proofTime(),
                boundedCycles(combinational),
                blockRams(device));
    }

    private Contract contract() throws TaskException {
        String kind = table.string("contract", "cycle-exact");
        if (kind.equals("stream")) {
            return new StreamReader(table).read();
        }
        StreamReader.refuse(table);
        long latency = table.integer("latency", 0);
        if (latency < 0 || latency > MOST_LATENCY) {
            throw table.mistake("latency", "is " + latency + "; expected 0 to " + MOST_LATENCY + " clock cycles");
        }
        return switch (kind) {
            case "cycle-exact" -> new Contract.CycleExact((int) latency);
            case "combinational" -> {
                if (latency > 0) {
                    throw table.mistake("latency", "is " + latency + ", but a combinational design has no cycles");
                }
                yield new Contract.Combinational();
            }
            default ->
                throw table.mistake(
                        "contract", "is '" + kind + "'; expected 'cycle-exact', 'stream' or 'combinational'");
        };
    }

    private List<Assumption> assumptions() throws TaskException {
        var assumptions = new ArrayList<Assumption>();
        for (String text : table.strings("assumptions", List.of())) {
            Assumption assumption = Assumption.of(text);
            if (assumption == null) {
                throw table.mistake(
                        "assumptions", "has '" + text + "'; expected a Verilog expression, such as \"mode != 3\"");
            }
            assumptions.add(assumption);
        }
        return assumptions;
    }

    private void refuseWithState(String key) throws TaskException {
        if (table.has(key)) {
            throw table.mistake(
                    key, "is given, but the contract is 'combinational'\nMaybe the contract should be 'cycle-exact'.");
        }
    }

    private String clock() throws TaskException {
        if (!table.has("clock")) {
            throw table.mistake(
                    "clock",
                    "is missing; expected the name of the clock's port\n"
                            + "Maybe the design has no state: then write contract = \"combinational\".");
        }
        return name(table, "clock");
    }

    private @Nullable Reset reset() throws TaskException {
        if (!table.has("reset")) {
            table.tableOrEmpty("reset");
            return null;
        }
        Section reset = table.table("reset");
        return new Reset(
                name(reset, "name"),
                choice(reset, "active", "high", "low"),
                choice(reset, "kind", "async", "sync"),
                cycles(reset));
    }

    /** Reads one of two words; true for the first. Reset is high and synchronous unless the task says otherwise. */
    private static boolean choice(Section section, String key, String yes, String no) throws TaskException {
        String word = section.string(key, key.equals("active") ? yes : no);
        if (!word.equals(yes) && !word.equals(no)) {
            throw section.mistake(key, "is '" + word + "'; expected '" + yes + "' or '" + no + "'");
        }
        return word.equals(yes);
    }

    private static int cycles(Section reset) throws TaskException {
        long cycles = reset.integer("cycles", 1);
        if (cycles < 1 || cycles > MOST_RESET_CYCLES) {
            throw reset.mistake("cycles", "is " + cycles + "; expected 1 to " + MOST_RESET_CYCLES);
        }
        return (int) cycles;
    }

    private List<Path> libraries() throws TaskException {
        Path folder = Path.of(table.file()).toAbsolutePath().getParent();
        var found = new ArrayList<Path>();
        for (String file : table.strings("libraries", List.of())) {
            Path path = folder == null ? Path.of(file) : folder.resolve(file).normalize();
            if (folder == null || !path.startsWith(folder) || !Files.isRegularFile(path)) {
                throw table.mistake("libraries", "names '" + file + "', which is no file of the task's folder");
            }
            found.add(path);
        }
        return found;
    }

    private Map<String, Long> topParameters() throws TaskException {
        Section declared = table.tableOrEmpty("top-parameters");
        var values = new TreeMap<String, Long>();
        for (String key : declared.keys()) {
            if (!key.matches(NAME)) {
                throw declared.mistake(key, "is no name of a Verilog parameter");
            }
            values.put(key, declared.integer(key));
        }
        return values;
    }

    private Device device() throws TaskException {
        boolean liberty = table.has("liberty");
        String label = table.string("device", liberty ? StandardCells.LABEL : Ice40.UP5K.label());
        if (label.equals(StandardCells.LABEL)) {
            return standardCells();
        }
        if (liberty) {
            throw table.mistake(
                    "liberty",
                    "is given, but the device is '" + label + "'\nMaybe the device should be '" + StandardCells.LABEL
                            + "'.");
        }
        Ice40 device = Ice40.named(label);
        if (device == null) {
            var known = new ArrayList<>(Ice40.labels());
            known.add(StandardCells.LABEL);
            String nearest = Nearest.to(label, known);
            throw table.mistake(
                    "device",
                    "is '" + label + "'; this version knows " + String.join(", ", known)
                            + (nearest == null ? "" : "\nMaybe '" + nearest + "' is meant."));
        }
        return device;
    }

    private StandardCells standardCells() throws TaskException {
        if (!table.has("liberty")) {
            throw table.mistake("liberty", "is missing; the device 'liberty' needs the file of its standard cells");
        }
        try {
            return StandardCells.read(Path.of(table.file()).resolveSibling(table.string("liberty")));
        } catch (LibertyProblem e) {
            throw table.mistake("liberty", "names a file that does not serve: " + e.getMessage());
        }
    }

    private List<List<String>> recipes(Device device) throws TaskException {
        Set<String> known = switch (device) {
            case Ice40 _ -> ICE40_OPTIONS;
            case StandardCells _ -> LIBERTY_OPTIONS;
        };
        var recipes = new ArrayList<List<String>>();
        for (String text : table.strings("recipes", List.of(""))) {
            var options =
                    text.isBlank() ? List.<String>of() : List.of(text.strip().split("\\s+"));
            for (String option : options) {
                if (!known.contains(option)) {
                    throw table.mistake(
                            "recipes",
                            "has the option '" + option + "'; known are "
                                    + known.stream().sorted().toList());
                }
            }
            recipes.add(options);
        }
        if (recipes.isEmpty()) {
            throw table.mistake("recipes", "is empty; expected at least one, \"\" for no options");
        }
        return recipes;
    }

    private Duration proofTime() throws TaskException {
        try {
            return Durations.parse(table.string("proof-time", "60s"));
        } catch (IllegalArgumentException e) {
            throw table.mistake("proof-time", "is wrong: " + e.getMessage());
        }
    }

    private int blockRams(Device device) throws TaskException {
        int most = device instanceof Ice40 ice40 ? ice40.blockRams() : 0;
        long allowed = table.integer("block-rams", most);
        if (allowed < 0 || allowed > most) {
            throw table.mistake(
                    "block-rams",
                    "is " + allowed + "; expected 0 to " + most + ", what the " + device.label() + " has");
        }
        return (int) allowed;
    }

    private int boundedCycles(boolean combinational) throws TaskException {
        long cycles = table.integer("bounded-cycles", 0);
        if (cycles != 0 && combinational) {
            throw table.mistake("bounded-cycles", "is given, but a combinational design has no cycles");
        }
        if (cycles < 0 || cycles > MOST_BOUNDED_CYCLES) {
            throw table.mistake(
                    "bounded-cycles",
                    "is " + cycles + "; expected 1 to " + MOST_BOUNDED_CYCLES + ", or 0 to accept only what is proved");
        }
        return (int) cycles;
    }

    static String name(Section section, String key) throws TaskException {
        String name = section.string(key);
        if (!name.matches(NAME)) {
            throw section.mistake(key, "is '" + name + "'; expected a plain Verilog name");
        }
        return name;
    }
}
