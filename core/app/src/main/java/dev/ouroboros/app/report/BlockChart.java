package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.PairedSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs of some blocks, block by block: each pair's ratio a dot, each block's median a bar, the interval a band, and
 * the bar to pass a dashed line.
 *
 * @param blocks one series a block, all of the same part
 * @param low lower end of the interval; NaN for none
 * @param high upper end of the interval; NaN for none
 * @param bound what the lower end must pass to be accepted; NaN for none
 */
record BlockChart(List<PairedSamples> blocks, double low, double high, double bound) {
    private static final double TOP = 14;
    private static final double LEFT = 52;
    private static final double BELOW = 24;
    private static final double FAR = 1.6;
    private static final double WIDEST_BLOCK = 56;
    private static final double GOLDEN = 0.6180339887498949;

    /** Returns the chart of every part, one below the other. */
    static Markup ofParts(
            List<List<PairedSamples>> blocks, int wide, int height, double low, double high, double bound) {
        int parts = blocks.stream().mapToInt(List::size).min().orElse(0);
        return Markup.join(IntStream.range(0, parts)
                .mapToObj(part -> {
                    var series = blocks.stream().map(block -> block.get(part)).toList();
                    boolean alone = parts == 1;
                    var chart = new BlockChart(
                            series, alone ? low : Double.NaN, alone ? high : Double.NaN, alone ? bound : Double.NaN);
                    var drawn = Chart.responsive(
                            "blocks",
                            "Ratio of each pair, block by block, of part "
                                    + series.getFirst().part(),
                            wide,
                            height,
                            width -> chart.draw(width, height));
                    return alone
                            ? drawn
                            : Markup.join(
                                    tag("p", "class", "note")
                                            .text("part " + series.getFirst().part()),
                                    drawn);
                })
                .toList());
    }

    private Markup draw(int width, int height) {
        double right = width - 10.0;
        double floor = height - BELOW;
        var up = scale(floor);
        double column = Math.min(WIDEST_BLOCK, (right - LEFT) / blocks.size());
        var pieces = new ArrayList<Markup>();
        for (var tick : up.ticks(5)) {
            pieces.add(line("grid", LEFT, up.at(tick.value()), right, up.at(tick.value())));
            pieces.add(label("tick", "end", LEFT - 7, up.at(tick.value()) + 4, tick.label() + "×"));
        }
        if (low <= high) {
            pieces.add(tag(
                            "rect",
                            "class",
                            "band",
                            "x",
                            LEFT,
                            "y",
                            up.at(high),
                            "width",
                            right - LEFT,
                            "height",
                            Math.max(1, up.at(low) - up.at(high)))
                    .alone());
        }
        pieces.add(bound(up, right, floor));
        for (int i = 0; i < blocks.size(); i++) {
            pieces.add(block(i, LEFT + i * column, column, up, floor));
        }
        pieces.add(label("axis", "end", LEFT - 7, floor + 16, "block"));
        return Markup.join(pieces);
    }

    private Markup bound(Scale up, double right, double floor) {
        if (Double.isNaN(bound)) {
            return Markup.NOTHING;
        }
        var name = "to pass: " + Figures.ratio(bound);
        if (bound < up.min()) {
            return label("bound-label", "end", right, floor - 6, name + " (below this chart) ↓");
        }
        if (bound > up.max()) {
            return label("bound-label", "end", right, TOP + 8, name + " (above this chart) ↑");
        }
        double y = up.at(bound);
        return Markup.join(
                line("bound", LEFT, y, right, y),
                label("bound-label", "end", right, y > floor - 20 ? y - 6 : y + 14, name));
    }

    private Markup block(int index, double left, double column, Scale up, double floor) {
        var series = blocks.get(index);
        var ratios = ratios(series);
        var dots = new StringBuilder();
        for (int i = 0; i < ratios.length; i++) {
            double spread = (i + 1) * GOLDEN % 1;
            dots.append('M')
                    .append(number(left + column * (0.16 + 0.68 * spread)))
                    .append(' ')
                    .append(number(up.at(ratios[i])))
                    .append("h0");
        }
        double median = up.at(Math.exp(series.logGain()));
        var tip = "block " + (index + 1) + " · median " + Figures.ratio(Math.exp(series.logGain())) + "\n"
                + Figures.count(ratios.length, "pair") + "\nbefore "
                + Figures.seconds(series.incumbentSeconds()) + ", after " + Figures.seconds(series.challengerSeconds())
                + " a launch";
        int every = (int) Math.ceil(18 / column);
        return Markup.join(
                tag("path", "class", "pairs", "d", dots).alone(),
                line("median", left + column * 0.1, median, left + column * 0.9, median),
                (index + 1) % every == 0
                        ? label("tick", "middle", left + column / 2, floor + 16, "" + (index + 1))
                        : Markup.NOTHING,
                tag(
                                "rect",
                                "class",
                                "hit",
                                "x",
                                left,
                                "y",
                                TOP,
                                "width",
                                column,
                                "height",
                                floor - TOP,
                                "data-tip",
                                tip)
                        .alone());
    }

    private Scale scale(double floor) {
        var all = blocks.stream()
                .flatMapToDouble(block -> Arrays.stream(ratios(block)))
                .sorted()
                .toArray();
        double least = all[(int) (all.length * 0.005)];
        double most = all[(int) Math.ceil((all.length - 1) * 0.995)];
        if (low <= high) {
            least = Math.min(least, low);
            most = Math.max(most, high);
        }
        if (bound < least && least / bound < FAR) {
            least = bound;
        } else if (bound > most && bound / most < FAR) {
            most = bound;
        }
        double room = Math.max(1.004, Math.pow(most / least, 0.08));
        return Scale.ratio(least / room, most * room, floor, TOP);
    }

    private static double[] ratios(PairedSamples series) {
        return IntStream.range(0, series.incumbent().size())
                .mapToDouble(pair -> series.incumbent().get(pair).seconds()
                        / series.challenger().get(pair).seconds())
                .toArray();
    }
}
