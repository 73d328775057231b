package dev.ouroboros.java.jmh;

import dev.ouroboros.engine.process.Lockdown;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The child that runs {@link EntryBenchmark}: all that JMH does is fixed here, and nothing of it is the candidate's. */
public final class JmhMain {
    private JmhMain() {}

    /** The argument is the file for JMH's JSON. */
    public static void main(String[] arguments) throws RunnerException {
        if (Lockdown.install() instanceof Lockdown.Result.Unsupported(String reason)) {
            throw new IllegalStateException("no candidate may run in a process that can start others: " + reason);
        }
        // This process is the fork: it was started for one candidate, and it can start none itself.
        new Runner(new OptionsBuilder()
                        .include(EntryBenchmark.class.getName())
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(250))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(200))
                        .output("/dev/null")
                        .resultFormat(ResultFormatType.JSON)
                        .result(arguments[0])
                        .build())
                .run();
    }
}
