package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.evaluation.Sample;
import java.util.List;

/**
 * When a screen has compared enough pairs: few of two that differ clearly, many of two that are close. A screen drops and
 * ranks, so a mistake costs a candidate and never a false claim; confirmation has rules of its own.
 *
 * @param least pairs that are compared in any case, at least 2
 * @param most pairs after which it ends in any case
 * @param errors a mean difference of so many of its standard errors is clear
 */
public record ScreenRule(int least, int most, double errors) {
    /** For benches whose pairs take as long as a few launches. */
    public static final ScreenRule USUAL = new ScreenRule(3, 9, 4);

    /** Checks the bounds. */
    public ScreenRule {
        if (least < 2 || most < least) {
            throw new IllegalArgumentException(
                    "expected at least 2 pairs and not more than the most, but found " + least + " and " + most);
        }
    }

    /**
     * Returns whether the screen may end.
     *
     * @param incumbent one sample a pair, so far
     * @param challenger one sample a pair, on the same inputs
     */
    public boolean isEnough(List<Sample> incumbent, List<Sample> challenger) {
        int pairs = Math.min(incumbent.size(), challenger.size());
        if (pairs < least || pairs >= most) {
            return pairs >= most;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double difference = StrictMath.log(
                    incumbent.get(i).seconds() / challenger.get(i).seconds());
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / pairs;
        double variance = Math.max(0, squares - pairs * mean * mean) / (pairs - 1);
        return Math.abs(mean) > errors * StrictMath.sqrt(variance / pairs);
    }
}
