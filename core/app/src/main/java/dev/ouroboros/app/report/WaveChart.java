package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.report.Waveform.Signal;
import dev.ouroboros.app.text.VisibleText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The end of a waveform: a row a signal, inputs above, of each output the seed's and the candidate's. What is wrong is
 * filled, and the cycle in which it is lies on a band.
 */
final class WaveChart {
    private static final int ROW = 26;
    private static final double HIGH = 6;
    private static final double LOW = 21;
    private static final double SLANT = 4;
    private static final double TOP = 20;
    private static final double LETTER = 7.2;
    private static final int MOST_ROWS = 14;
    private static final double CYCLE_WIDTH = 62;
    private static final double UNDEFINED = (HIGH + LOW) / 2;

    private final Waveform wave;
    private final List<Signal> rows;
    private final List<Long> cycles;
    private final int first;
    private final Scale across;
    private final double names;

    private WaveChart(Waveform wave, List<Signal> rows, int width) {
        this.wave = wave;
        this.rows = rows;
        this.cycles = wave.cycles();
        this.names = width > Chart.HALF ? 150 : 104;
        int fitting = (int) ((width - names) / CYCLE_WIDTH);
        this.first = Math.max(0, cycles.size() - fitting);
        double right = Math.min(width - 4.0, names + (cycles.size() - first) * 2 * CYCLE_WIDTH);
        this.across = Scale.linear((double) cycles.get(first), (double) wave.end(), names, right);
    }

    /** Draws it. */
    static Markup of(Waveform wave) {
        var all = wave.rows();
        var rows = all.subList(0, Math.min(all.size(), MOST_ROWS));
        return Chart.responsive(
                "wave",
                "Waveform of a counterexample",
                Chart.WIDE,
                (int) TOP + rows.size() * ROW + 4,
                width -> new WaveChart(wave, rows, width).draw());
    }

    /** Returns how many signals it leaves out. */
    static int leftOut(Waveform wave) {
        return Math.max(0, wave.rows().size() - MOST_ROWS);
    }

    private Markup draw() {
        var pieces = new ArrayList<Markup>();
        pieces.add(bands());
        for (int cycle = first; cycle < cycles.size(); cycle++) {
            double x = at(cycles.get(cycle));
            pieces.add(line("grid", x, TOP - 4, x, TOP + rows.size() * ROW));
            if (cycles.size() > 1) {
                pieces.add(label("tick", "start", x + 3, TOP - 8, "" + cycle));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            pieces.add(row(rows.get(row), TOP + row * ROW));
        }
        return Markup.join(pieces);
    }

    /** Marks when something is wrong. */
    private Markup bands() {
        var pieces = new ArrayList<Markup>();
        for (Signal signal : rows) {
            var wrong = wave.marks(signal);
            if (wrong != null) {
                segments(wrong).stream()
                        .filter(segment -> segment.value().equals("1"))
                        .forEach(segment -> pieces.add(tag(
                                        "rect",
                                        "class",
                                        "wrong-band",
                                        "x",
                                        segment.left(),
                                        "y",
                                        TOP - 4,
                                        "width",
                                        segment.right() - segment.left(),
                                        "height",
                                        rows.size() * ROW + 4.0)
                                .alone()));
            }
        }
        return Markup.join(pieces);
    }

    private Markup row(Signal signal, double y) {
        var pieces = new ArrayList<Markup>();
        String name = signal.scope().equals("input") ? signal.name() : signal.scope() + "." + signal.name();
        pieces.add(label("wave-name", "end", names - 10, y + 18, fitting(name, names - 12)));
        var wrong = wave.marks(signal);
        String style = "wave is-"
                + (Stream.of("seed", "candidate").anyMatch(signal.scope()::equals) ? signal.scope() : "input");
        double before = Double.NaN;
        for (Segment segment : segments(signal)) {
            boolean bad = wrong != null && wrong.at(segment.from()).equals("1");
            String own = bad ? style + " wrong" : style;
            if (signal.width() > 1) {
                pieces.add(bus(segment, y, own));
            } else {
                double level = y + level(segment.value());
                var path = "M" + number(segment.left()) + " "
                        + (Double.isNaN(before) ? number(level) : number(before) + "V" + number(level)) + "H"
                        + number(segment.right());
                pieces.add(tag("path", "class", "mark " + own, "d", path).alone());
                before = level;
            }
        }
        return Markup.join(pieces);
    }

    private static double level(String value) {
        return switch (value) {
            case "1" -> HIGH;
            case "0" -> LOW;
            default -> UNDEFINED;
        };
    }

    private static Markup bus(Segment segment, double y, String style) {
        double left = segment.left();
        double right = segment.right();
        double slant = Math.min(SLANT, (right - left) / 2);
        var outline =
                "M" + number(left) + " " + number(y + UNDEFINED) + "L" + number(left + slant) + " " + number(y + HIGH)
                        + "H" + number(right - slant) + "L" + number(right) + " " + number(y + UNDEFINED) + "L"
                        + number(right - slant) + " " + number(y + LOW) + "H" + number(left + slant) + "Z";
        String value = hexadecimal(segment.value());
        return Markup.join(
                tag("path", "class", "mark bus " + style, "d", outline, "data-tip", value)
                        .alone(),
                label("wave-value", "middle", (left + right) / 2, y + 18, fitting(value, right - left - 2 * SLANT)));
    }

    /** A time in which a signal, and whether it is wrong, stay as they are. */
    private record Segment(long from, double left, double right, String value) {}

    private List<Segment> segments(Signal signal) {
        long start = cycles.get(first);
        var times = new TreeSet<Long>();
        times.add(start);
        times.addAll(signal.values().subMap(start, true, wave.end(), false).keySet());
        var wrong = wave.marks(signal);
        if (wrong != null) {
            times.addAll(wrong.values().subMap(start, true, wave.end(), false).keySet());
        }
        var segments = new ArrayList<Segment>();
        for (long time : times) {
            Long next = times.higher(time);
            segments.add(new Segment(time, at(time), at(next == null ? wave.end() : next), signal.at(time)));
        }
        return segments;
    }

    private double at(long time) {
        return across.at((double) time);
    }

    private static String hexadecimal(String digits) {
        return digits.matches("[01]+") ? new BigInteger(digits, 2).toString(16) : digits;
    }

    /** Returns a text, or its beginning, or nothing if no letter would be worth its room. */
    private static String fitting(String text, double room) {
        int letters = (int) (room / LETTER);
        return text.length() <= letters ? text : letters < 2 ? "" : VisibleText.line(text, letters);
    }
}
