package dev.ouroboros.nativec.jmh;

import dev.ouroboros.nativec.jmh.HardwareCounter.Event;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counters that were opened before the process lost the right to open any. */
final class Counts {
    private static final int LAUNCHES = 20;

    private final Map<Event, HardwareCounter> counters = new EnumMap<>(Event.class);

    static Counts open() {
        var counts = new Counts();
        for (Event event : Event.values()) {
            counts.counters.put(event, HardwareCounter.open(event));
        }
        return counts;
    }

    /** Returns what one launch takes of each, or why a counter is not there, by name: for a line of JSON. */
    Map<String, Object> of(Runnable launch) {
        launch.run();
        Map<String, Object> found = new LinkedHashMap<>();
        for (Map.Entry<Event, HardwareCounter> entry : counters.entrySet()) {
            String name = entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String trouble = entry.getValue().trouble();
            found.put(name, trouble == null ? perLaunch(entry.getValue(), launch) : trouble);
        }
        return found;
    }

    /** Returns the names of what may be counted. */
    static List<String> names() {
        return List.of("cycles", "instructions", "cache-misses");
    }

    private static double perLaunch(HardwareCounter counter, Runnable launch) {
        long before = counter.read();
        for (int i = 0; i < LAUNCHES; i++) {
            launch.run();
        }
        return (double) (counter.read() - before) / LAUNCHES;
    }
}
