package dev.ouroboros.hdl.synth;

import java.util.Comparator;

/**
 * A line of a design.
 *
 * @param number counts from 1
 * @param text without the space around it
 */
public record SourceLine(String file, int number, String text) implements Comparable<SourceLine> {
    private static final int LONGEST = 72;

    /** Returns how people find it, with what stands there. */
    public String describe() {
        return file + ":" + number + "  " + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    @Override
    public int compareTo(SourceLine other) {
        return Comparator.comparing(SourceLine::file)
                .thenComparingInt(SourceLine::number)
                .compare(this, other);
    }
}
