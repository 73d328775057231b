package dev.ouroboros.fpga;

import dev.ouroboros.hdl.synth.Origins;
import dev.ouroboros.hdl.synth.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The longest way from register to register of a placement.
 *
 * @param hops net by net; empty if there is none
 */
record CriticalPath(List<Hop> hops) {
    static final CriticalPath NONE = new CriticalPath(List.of());

    CriticalPath {
        hops = List.copyOf(hops);
    }

    /**
     * A net on the way.
     *
     * @param nanoseconds through what drives it, and along it; the last hop's with the time that its register asks for
     */
    record Hop(String net, double nanoseconds) {}

    /**
     * Reads the ways that nextpnr reports and returns the one that limits the clock.
     *
     * @param clock its name in the report
     */
    static CriticalPath read(JsonNode paths, String clock) {
        for (JsonNode path : paths) {
            String from = path.path("from").asString("");
            if (from.endsWith(" " + clock) && from.equals(path.path("to").asString(""))) {
                return new CriticalPath(hops(path.path("path")));
            }
        }
        return NONE;
    }

    private static List<Hop> hops(JsonNode segments) {
        var hops = new ArrayList<Hop>();
        double before = 0;
        for (JsonNode segment : segments) {
            double delay = segment.path("delay").doubleValue(0);
            if (segment.path("type").asString("").equals("routing")) {
                hops.add(new Hop(segment.path("net").asString(""), before + delay));
                before = 0;
            } else {
                before += delay;
            }
        }
        if (!hops.isEmpty()) {
            Hop last = hops.removeLast();
            hops.add(new Hop(last.net(), last.nanoseconds() + before));
        }
        return hops;
    }

    double nanoseconds() {
        return hops.stream().mapToDouble(Hop::nanoseconds).sum();
    }

    /** Some hops of one line in a row. */
    private record Stretch(@Nullable SourceLine line, int cells, double nanoseconds) {
        private String words() {
            return String.format(
                    Locale.ROOT,
                    "  %5.1f ns, %d cell%s  %s",
                    nanoseconds,
                    cells,
                    cells == 1 ? " " : "s",
                    line == null ? "no line of the design" : line.describe());
        }
    }

    /** Returns it as source lines from register to register, for proposers and people; nothing if there is none. */
    String text(Origins origins) {
        if (hops.isEmpty()) {
            return "";
        }
        var stretches = new ArrayList<Stretch>();
        for (Hop hop : hops) {
            SourceLine line = origins.ofNet(hop.net());
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && Objects.equals(last.line(), line)) {
                stretches.removeLast();
                stretches.add(new Stretch(line, last.cells() + 1, last.nanoseconds() + hop.nanoseconds()));
            } else {
                stretches.add(new Stretch(line, 1, hop.nanoseconds()));
            }
        }
        return String.format(Locale.ROOT, "The longest way takes %.1f ns:\n", nanoseconds())
                + stretches.stream().map(Stretch::words).collect(Collectors.joining("\n"));
    }
}
