package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A made-up kernel of some 5,000 settings: throughput depends on products of parameters (threads, bytes of a tile), on
 * a cliff, and on chance; settings that need too much local memory fail without a constraint saying so.
 */
final class Landscape {
    static final ParameterSpace SPACE = new ParameterSpace(
            List.of(
                    new Parameter("BX", List.of(8, 16, 32, 64, 128, 256)),
                    new Parameter("BY", List.of(1, 2, 4, 8, 16)),
                    new Parameter("TX", List.of(1, 2, 4, 8)),
                    new Parameter("TY", List.of(1, 2, 3, 4, 6, 8)),
                    new Parameter("UNROLL", List.of(1, 2, 4)),
                    new Parameter("LOCAL", List.of(false, true)),
                    new Parameter("LAYOUT", List.of("row", "tiled"))),
            List.of(
                    new Constraint("threads", Expression.parse("8 <= BX * BY <= 512")),
                    new Constraint("registers", Expression.parse("TX * TY <= 32 and UNROLL <= TX * TY"))));

    private Landscape() {}

    /** Returns the throughput; NaN if the setting fails. */
    static double throughput(Setting setting) {
        long bx = number(setting, "BX");
        long by = number(setting, "BY");
        long tx = number(setting, "TX");
        long ty = number(setting, "TY");
        boolean local = Boolean.TRUE.equals(setting.values().get("LOCAL"));
        var layout = String.valueOf(setting.values().get("LAYOUT"));
        long bytes = 4 * (bx * tx + 2) * (by * ty + 2);
        if ((local && bytes > 32_768) || (tx * ty == 32 && number(setting, "UNROLL") == 4)) {
            return Double.NaN;
        }
        double throughput = 1000;
        throughput *= peak(bx * by, 128, 1.2);
        throughput *= peak(tx * ty, local ? 12 : 4, 1.5);
        throughput *= peak(number(setting, "UNROLL"), tx >= 4 ? 2 : 4, 3);
        throughput *= local ? 1.25 * peak(bytes, 16_384, 3) : 0.8;
        throughput *= bx % 32 == 0 ? 1 : 0.75;
        throughput *= layout.equals("tiled") ? (local ? 1.2 : 0.6) : 1;
        // What no model explains: bank conflicts and the like, up to 10 %, the same each time.
        long hash = setting.values().hashCode() * 0x9E3779B1L;
        throughput *= 1 - 0.1 * ((hash >>> 8) & 0xff) / 255.0;
        return throughput;
    }

    /** Returns the throughput as one noisy measurement, with a deviation of 5 %. */
    static double measured(Setting setting, RandomGenerator random) {
        return throughput(setting) * Math.exp(0.05 * random.nextGaussian());
    }

    private static double peak(long value, double at, double width) {
        double distance = Math.log((double) value / at) / Math.log(2) / width;
        return 1 / (1 + distance * distance);
    }

    private static long number(Setting setting, String name) {
        return setting.values().get(name) instanceof Long value ? value : -1;
    }
}
