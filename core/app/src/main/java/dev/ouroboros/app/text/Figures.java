package dev.ouroboros.app.text;

import java.time.Duration;
import java.util.Locale;

/** Numbers for people. */
public final class Figures {
    private static final int DIGEST_DIGITS = 10;
    private static final int MOST_DECIMALS = 4;

    private Figures() {}

    /** Returns a ratio like {@code 107×}, {@code 12.4×}, {@code 1.82×} or {@code 1.013×}; a dash if it is not known. */
    public static String ratio(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        return fixed(ratio, decimals(ratio)) + "×";
    }

    /** Returns an interval of ratios like {@code 98.0× … 116.0×}, with enough decimals to tell its ends apart. */
    public static String interval(double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return ratio(low) + " … " + ratio(high);
        }
        int apart = high > low ? (int) Math.round(-Math.log10(high - low)) + 1 : 0;
        int decimals = Math.clamp(apart, decimals(high), MOST_DECIMALS);
        return fixed(low, decimals) + "× … " + fixed(high, decimals) + "×";
    }

    private static int decimals(double ratio) {
        double size = Math.abs(ratio);
        return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1.1 || size < 0.9 ? 2 : 3;
    }

    /** Returns a number with four significant digits, like {@code 150.2} or {@code 12,340}. */
    public static String value(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 0.001 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** Returns a fraction as {@code 12 %}, with a decimal below 10 %. */
    public static String percent(double fraction) {
        double percent = fraction * 100;
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        return fixed(percent, percent != 0 && Math.abs(percent) < 9.95 ? 1 : 0) + " %";
    }

    /** Returns a duration like {@code 640 µs}, {@code 12 ms}, {@code 3.2 s}, {@code 5m 12s} or {@code 2h 05m}. */
    public static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "–";
        }
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 1e-6) {
            return significant(seconds * 1e9) + " ns";
        }
        if (seconds < 1e-3) {
            return significant(seconds * 1e6) + " µs";
        }
        if (seconds < 1) {
            return significant(seconds * 1e3) + " ms";
        }
        if (seconds < 60) {
            return fixed(seconds, 1) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%dm %02ds", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%dh %02dm", whole / 3600, whole % 3600 / 60);
    }

    /** Returns a duration as {@link #seconds(double)} does. */
    public static String duration(Duration duration) {
        return seconds(duration.toNanos() / 1e9);
    }

    /** Returns a count with thousands apart, like {@code 12,340}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns {@code 1 evaluation}, {@code 2 evaluations}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns dollars like {@code $3.42}, with tenths of a cent below a dollar. */
    public static String dollars(double dollars) {
        return "$" + fixed(dollars, dollars > 0 && dollars < 1 ? 3 : 2);
    }

    /** Returns the first digits of a digest, enough to name it within a run. */
    public static String digest(String digest) {
        return digest.length() > DIGEST_DIGITS ? digest.substring(0, DIGEST_DIGITS) : digest;
    }

    private static String significant(double value) {
        return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
