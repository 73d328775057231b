package dev.ouroboros.nativec.jmh;

import dev.ouroboros.engine.process.Lockdown;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/** The child that runs {@link KernelBenchmark}: all that JMH does is fixed here, and nothing of it is the candidate's. */
public final class JmhMain {
    private JmhMain() {}

    /** The argument is the file for JMH's JSON; what the processor counts is printed as a line of JSON. */
    public static void main(String[] arguments) throws RunnerException {
        Counts counts = Counts.open();
        if (Lockdown.install() instanceof Lockdown.Result.Unsupported(String reason)) {
            throw new IllegalStateException("no candidate may run in a process that can start others: " + reason);
        }
        // This process is the fork: it was started for one candidate, and it can start none itself.
        new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .forks(0)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(200))
                        .output("/dev/null")
                        .resultFormat(ResultFormatType.JSON)
                        .result(arguments[0])
                        .build())
                .run();
        System.out.println(new JsonMapper().writeValueAsString(counts.of(new KernelBenchmark()::launch)));
    }
}
