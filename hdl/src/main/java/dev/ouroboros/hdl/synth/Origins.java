package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which line of its source each cell of a synthesized netlist comes from, by Yosys' {@code src} attributes. Sums and registers keep
 * theirs. Logic loses it where it is mapped to LUTs: such a LUT belongs to the line that declares what it drives, or
 * else to that of the first cell it leads to. A register belongs to the line that declares it.
 */
public final class Origins {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+)\\.\\d+(-\\d+\\.\\d+)?");

    /** What nextpnr adds to the name of a net that it buffers. */
    private static final Pattern BUFFERED = Pattern.compile("\\$SB_IO_(IN|OUT).*");

    private final Map<String, String> sources;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, JsonNode> cells = new LinkedHashMap<>();
    private final Map<String, Integer> bits = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, SourceLine> declared = new HashMap<>();
    private final Map<Integer, String> drivers = new HashMap<>();
    private final Map<Integer, List<String>> readers = new HashMap<>();
    private final Map<String, SourceLine> known = new HashMap<>();

    private Origins(Map<String, String> sources) {
        this.sources = sources;
    }

    /**
     * Reads a netlist that Yosys wrote.
     *
     * @param sources text by file name
     * @throws DesignProblem if it cannot be read
     */
    public static Origins of(String json, String top, Map<String, String> sources) throws DesignProblem {
        try {
            JsonNode module = JSON.readTree(json).path("modules").path(top);
            var origins = new Origins(sources);
            module.path("netnames").properties().forEach(net -> origins.net(net.getKey(), net.getValue()));
            module.path("cells").properties().forEach(cell -> origins.cell(cell.getKey(), cell.getValue()));
            return origins;
        } catch (JacksonException e) {
            throw new DesignProblem("the netlist cannot be read: " + e.getOriginalMessage());
        }
    }

    private void net(String name, JsonNode net) {
        JsonNode all = net.path("bits");
        SourceLine line = line(net);
        for (int i = 0; i < all.size(); i++) {
            int bit = all.path(i).intValue(0);
            if (bit <= 0) {
                continue;
            }
            bits.put(all.size() == 1 ? name : name + "[" + i + "]", bit);
            // The shortest name is the one that somebody wrote: Yosys makes longer ones of it.
            String before = names.get(bit);
            if (line != null && (before == null || name.length() < before.length())) {
                names.put(bit, name);
                declared.put(bit, line);
            }
        }
    }

    private void cell(String name, JsonNode cell) {
        cells.put(name, cell);
        cell.path("connections").properties().forEach(pin -> {
            boolean output =
                    cell.path("port_directions").path(pin.getKey()).asString("").equals("output");
            pin.getValue().forEach(bit -> {
                if (output) {
                    drivers.put(bit.intValue(0), name);
                } else if (bit.isInt()) {
                    readers.computeIfAbsent(bit.intValue(), _ -> new ArrayList<>())
                            .add(name);
                }
            });
        });
    }

    /** Returns the types of all cells, by name. */
    Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        cells.forEach((name, cell) -> types.put(name, cell.path("type").asString("")));
        return types;
    }

    /** Returns the line of a cell, or null if it has none. */
    @Nullable
    SourceLine ofCell(String name) {
        return find(name, new HashSet<>());
    }

    /** Returns the line of what drives a net, or null; the name may be one that nextpnr made of it. */
    public @Nullable SourceLine ofNet(String name) {
        Integer bit = bits.get(BUFFERED.matcher(name).replaceFirst(""));
        if (bit == null) {
            return null;
        }
        String driver = drivers.get(bit);
        return driver == null ? declared.get(bit) : ofCell(driver);
    }

    private @Nullable SourceLine find(String name, Set<String> visited) {
        SourceLine line = known.get(name);
        JsonNode cell = cells.get(name);
        if (line != null || cell == null || !visited.add(name)) {
            return line;
        }
        boolean register = cell.path("type").asString("").startsWith("SB_DFF");
        SourceLine own = line(cell);
        SourceLine driven = driven(cell);
        line = (register && driven != null) || own == null ? driven : own;
        if (line == null) {
            line = ahead(cell, visited);
        }
        if (line != null) {
            known.put(name, line);
        }
        return line;
    }

    private @Nullable SourceLine driven(JsonNode cell) {
        for (int bit : outputs(cell)) {
            SourceLine line = declared.get(bit);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private @Nullable SourceLine ahead(JsonNode cell, Set<String> visited) {
        for (int bit : outputs(cell)) {
            for (String reader : readers.getOrDefault(bit, List.of())) {
                SourceLine line = find(reader, visited);
                if (line != null) {
                    return line;
                }
            }
        }
        return null;
    }

    private static List<Integer> outputs(JsonNode cell) {
        var outputs = new ArrayList<Integer>();
        cell.path("port_directions").properties().forEach(pin -> {
            if (pin.getValue().asString("").equals("output")) {
                cell.path("connections").path(pin.getKey()).forEach(bit -> outputs.add(bit.intValue(0)));
            }
        });
        return outputs;
    }

    /** Returns the first place of a {@code src} attribute that lies in the design; the others are in the tool's own files. */
    private @Nullable SourceLine line(JsonNode element) {
        for (String place : element.path("attributes").path("src").asString("").split("\\|", -1)) {
            Matcher matcher = PLACE.matcher(place);
            // A cell that Yosys made of nothing the text says, such as a constant's, stands at line 0.
            if (matcher.matches()
                    && sources.containsKey(matcher.group(1))
                    && !matcher.group(2).equals("0")) {
                return line(matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
        }
        return null;
    }

    private SourceLine line(String file, int number) {
        List<String> text = lines.computeIfAbsent(
                file, name -> sources.getOrDefault(name, "").lines().toList());
        return new SourceLine(
                file, number, number <= text.size() ? text.get(number - 1).strip() : "");
    }
}
