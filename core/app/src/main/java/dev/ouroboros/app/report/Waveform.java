package dev.ouroboros.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a value change dump holds (IEEE 1364-2005, clause 18), as far as a drawing needs it.
 *
 * @param signals in the order of their declaration
 * @param end the last time that is named
 */
record Waveform(List<Signal> signals, long end) {
    /** The media type of a dump. */
    static final String TYPE = "text/x-vcd";

    /** The scope of signals that are 1 while the candidate's of their name is wrong. */
    private static final String WRONG = "wrong";

    Waveform {
        signals = List.copyOf(signals);
    }

    /**
     * One variable.
     *
     * @param values from when on it has which, in binary digits, x and z
     */
    record Signal(String scope, String name, int width, NavigableMap<Long, String> values) {

        /** Returns the value at a time; undefined before the first. */
        String at(long time) {
            var entry = values.floorEntry(time);
            return entry == null ? "x" : entry.getValue();
        }

        boolean is(String otherScope, String otherName) {
            return scope.equals(otherScope) && name.equals(otherName);
        }
    }

    /**
     * Reads a dump.
     *
     * @return null if it is none
     */
    static @Nullable Waveform read(String text) {
        try {
            return new Reading().read(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADump) {
            return null;
        }
    }

    /** Returns the signal that says when another one is wrong, or null. */
    @Nullable
    Signal marks(Signal signal) {
        return signal.scope().equals("candidate") ? find(WRONG, signal.name()) : null;
    }

    @Nullable
    Signal find(String scope, String name) {
        return signals.stream()
                .filter(signal -> signal.is(scope, name))
                .findFirst()
                .orElse(null);
    }

    /** Returns the signals worth drawing: inputs, then of each output the seed's and the candidate's, what is wrong first. */
    List<Signal> rows() {
        var rows = new ArrayList<Signal>();
        signals.stream().filter(signal -> signal.scope().equals("input")).forEach(rows::add);
        signals.stream()
                .filter(signal -> signal.scope().equals("candidate"))
                .sorted(Comparator.comparing(signal -> marks(signal) == null))
                .forEach(signal -> {
                    var right = find("seed", signal.name());
                    if (right != null) {
                        rows.add(right);
                    }
                    rows.add(signal);
                });
        return rows;
    }

    /** Returns when cycles begin: where {@code clock} rises, or at the start if there is none. */
    List<Long> cycles() {
        var clock = find("input", "clock");
        var edges = new ArrayList<Long>();
        if (clock != null) {
            clock.values().forEach((time, value) -> {
                if (value.equals("1")) {
                    edges.add(time);
                }
            });
        }
        return edges.isEmpty() ? List.of(0L) : edges;
    }

    private static final class Reading {
        private final Map<String, Signal> byMark = new LinkedHashMap<>();
        private final List<Signal> signals = new ArrayList<>();
        private String scope = "";
        private long now;

        Waveform read(String text) {
            for (String line : text.lines().toList()) {
                line(line.strip());
            }
            if (signals.isEmpty() || now == 0) {
                throw new IllegalArgumentException("no signal, or no time passes");
            }
            return new Waveform(signals, now);
        }

        private void line(String line) {
            String[] words = line.split(" +");
            switch (words[0]) {
                case "$scope" -> scope = words[2];
                case "$var" -> declare(words);
                default -> change(line, words);
            }
        }

        private void declare(String[] words) {
            var signal = new Signal(scope, words[4], Integer.parseInt(words[2]), new TreeMap<>());
            signals.add(signal);
            byMark.put(words[3], signal);
        }

        private void change(String line, String[] words) {
            if (line.isEmpty() || line.startsWith("$")) {
                return;
            }
            switch (line.charAt(0)) {
                case '#' -> now = Long.parseLong(line.substring(1));
                case 'b', 'B' -> set(words[1], words[0].substring(1));
                default -> set(line.substring(1), line.substring(0, 1));
            }
        }

        private void set(String mark, String value) {
            var signal = byMark.get(mark);
            if (signal == null || !value.matches("[01xXzZ]+")) {
                throw new IllegalArgumentException("no change of a declared signal: " + mark + " to " + value);
            }
            signal.values().put(now, value.toLowerCase(Locale.ROOT));
        }
    }
}
