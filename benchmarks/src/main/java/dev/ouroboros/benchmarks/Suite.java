package dev.ouroboros.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the parts of Ouroboros itself cost, by JMH: {@code Suite [--write]}. Each is a ratio to the yardstick of the same run,
 * set against the committed baseline, which {@code --write} replaces. What became more than twice as dear ends it with 1.
 */
public final class Suite {
    private static final Path BASELINE =
            Path.of(System.getProperty("ouroboros.home", ".")).resolve("benchmarks/suite-baseline.json");
    private static final String YARDSTICK = "Yardstick.sha256";
    private static final double DEARER = 2;
    private static final double MOST_CALL_OVERHEAD = 1.3;

    private Suite() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        Map<String, Double> ratios = ratios(measure());
        boolean write = arguments.length > 0 && arguments[0].equals("--write");
        var json = new JsonMapper();
        if (write) {
            Files.writeString(
                    BASELINE, json.writerWithDefaultPrettyPrinter().writeValueAsString(ratios) + "\n");
        }
        Map<?, ?> baseline = json.readValue(Files.readString(BASELINE), Map.class);
        boolean dearer = false;
        System.out.printf("%-28s %12s %12s%n", "benchmark", "ratio", "baseline");
        for (Map.Entry<String, Double> ratio : ratios.entrySet()) {
            double before = baseline.get(ratio.getKey()) instanceof Number number ? number.doubleValue() : Double.NaN;
            System.out.printf(Locale.ROOT, "%-28s %12.4f %12.4f%n", ratio.getKey(), ratio.getValue(), before);
            dearer |= ratio.getValue() > DEARER * before;
        }
        double call = ratios.getOrDefault("ForeignCall.kernel", Double.NaN)
                / ratios.getOrDefault("ForeignCall.trivial", Double.NaN);
        System.out.printf(
                Locale.ROOT,
                "a kernel's call takes %.2f of a trivial downcall (at most %.1f wanted)%n",
                call,
                MOST_CALL_OVERHEAD);
        System.exit(dearer ? 1 : 0);
    }

    private static Collection<RunResult> measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include("dev\\.ouroboros\\.benchmarks\\.suite\\..*")
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                .build();
        return new Runner(options).run();
    }

    private static Map<String, Double> ratios(Collection<RunResult> results) {
        Map<String, Double> nanos = new TreeMap<>();
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            nanos.put(
                    name[name.length - 2] + "." + name[name.length - 1],
                    result.getPrimaryResult().getScore());
        }
        double yardstick = nanos.getOrDefault(YARDSTICK, Double.NaN);
        nanos.replaceAll((_, value) -> value / yardstick);
        return nanos;
    }
}
