package dev.ouroboros.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Maps values to coordinates.
 *
 * @param warp what is spaced evenly: the value itself or its logarithm
 * @param from coordinate of {@code min}
 * @param to coordinate of {@code max}
 */
record Scale(DoubleUnaryOperator warp, double min, double max, double from, double to) {
    private static final double DECADES_FROM_RANGE = 8;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** A place on the axis worth a label. */
    record Tick(double value, String label) {}

    static Scale linear(double min, double max, double from, double to) {
        return new Scale(DoubleUnaryOperator.identity(), min, max, from, to);
    }

    /** Returns a scale for ratios: equal ratios are equally far apart. */
    static Scale ratio(double min, double max, double from, double to) {
        return new Scale(Math::log, min, max, from, to);
    }

    /** Returns the coordinate of {@code value}, held within the axis. */
    double at(double value) {
        double inside = Math.clamp(value, min, max);
        double share = (warp.applyAsDouble(inside) - warp.applyAsDouble(min))
                / (warp.applyAsDouble(max) - warp.applyAsDouble(min));
        return from + share * (to - from);
    }

    /** Returns round values, at most about {@code count} of them: decades if the range is large. */
    List<Tick> ticks(int count) {
        return min > 0 && max / min > DECADES_FROM_RANGE && warp.applyAsDouble(1) == 0 ? decades(count) : even(count);
    }

    private List<Tick> decades(int count) {
        double span = Math.log10(max / min);
        double[] multiples = span * 3 <= count ? new double[] {1, 2, 5} : new double[] {1};
        int every = (int) Math.ceil(span / Math.max(2, count));
        var ticks = new ArrayList<Tick>();
        for (int exponent = (int) Math.floor(Math.log10(min)); exponent <= Math.ceil(Math.log10(max)); exponent++) {
            for (double multiple : multiples) {
                double value = multiple * Math.pow(10, exponent);
                if (value >= min * 0.999 && value <= max * 1.001 && Math.floorMod(exponent, every) == 0) {
                    ticks.add(new Tick(value, label(value, Math.max(0, -exponent))));
                }
            }
        }
        return ticks;
    }

    private List<Tick> even(int count) {
        double rough = (max - min) / Math.max(1, count);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double candidate : STEPS) {
            step = candidate * power;
            if (step >= rough * 0.999) {
                break;
            }
        }
        int decimals = 0;
        while (decimals < 6 && Math.abs(step * Math.pow(10, decimals) % 1) > 1e-6) {
            decimals++;
        }
        var ticks = new ArrayList<Tick>();
        for (double value = Math.ceil(min / step) * step; value <= max + step * 1e-6; value += step) {
            // Adding steps up does not come to exactly 0.
            double round = Math.abs(value) < step * 1e-6 ? 0 : value;
            ticks.add(new Tick(round, label(round, decimals)));
        }
        return ticks;
    }

    private static String label(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
