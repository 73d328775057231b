package dev.ouroboros.sim;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Verilator finds doubtful.
 *
 * @param code what it calls that, for example {@code LATCH}
 * @param place {@code file:line}
 * @param text what it says
 */
record Warning(String code, String place, String text) {
    /** What is hardly ever meant, or means one thing to a simulator and another to synthesis. */
    private static final List<String> GRAVE = List.of(
            "ALWCOMBORDER",
            "BLKANDNBLK",
            "COMBDLY",
            "IMPLICIT",
            "LATCH",
            "MULTIDRIVEN",
            "PINMISSING",
            "SELRANGE",
            "UNDRIVEN");

    /** What may well be meant: a counter is narrowed by losing bits, and a case that cannot occur need not be there. */
    private static final List<String> LIGHT = List.of("CASEINCOMPLETE", "WIDTH");

    private static final Pattern LINE = Pattern.compile("%(?:Warning|Error)-([A-Z0-9]+): ([^:]+:\\d+):(?:\\d+:)? (.*)");
    private static final Pattern WIDTH = Pattern.compile("expects (\\d+) .*generates (\\d+) bits.*");

    /** Returns the names of all kinds that are looked for. */
    static List<String> codes() {
        return Stream.concat(GRAVE.stream(), LIGHT.stream()).toList();
    }

    /** Returns those in what Verilator prints. */
    static List<Warning> in(String output) {
        return output.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new Warning(line.group(1), line.group(2), line.group(3).strip()))
                .filter(warning -> !warning.isHarmless())
                .toList();
    }

    /** Bits that are added lose nothing. */
    private boolean isHarmless() {
        if (!code.startsWith("WIDTH")) {
            return false;
        }
        Matcher widths = WIDTH.matcher(text);
        return !widths.find() || Integer.parseInt(widths.group(2)) <= Integer.parseInt(widths.group(1));
    }

    boolean isGrave() {
        return GRAVE.contains(code);
    }

    String shown() {
        return place + ": " + text + " (" + code + ")";
    }
}
