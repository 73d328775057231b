package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.*;

import dev.ouroboros.engine.evaluation.PairedSamples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gate on blocks that were really measured: two kernels, each against itself. Some were recorded on a machine that others
 * kept busy, where block medians scatter by a tenth, most on one that was left alone, where they scatter by about one
 * in a hundred. {@code benchmarks/run RecordBlocks} records more.
 */
class RecordedBlocksTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One line of the file. */
    record Line(String task, Map<String, Object> parameters, double logGain, PairedSamples samples) {}

    @Test
    void thereAreFiveHundredBlocksOfTwoKernels() throws IOException {
        assertTrue(lines().count() >= 500);
        assertEquals(Set.of("sgemm", "conv2d"), lines().map(Line::task).collect(Collectors.toSet()));
    }

    @Test
    void theRecordedGainFollowsFromTheRecordedSamples() throws IOException {
        for (var line : (Iterable<Line>) lines()::iterator) {
            assertEquals(line.logGain(), line.samples().logGain(), 1e-12, line.task());
        }
    }

    @Test
    void ofTenThousandConfirmationsOfNothingInRunsOfAHundredNoneIsAccepted() throws IOException {
        // Which side of such a block is called the challenger is a coin toss, so each counts both ways.
        double[] gains = lines().mapToDouble(Line::logGain)
                .flatMap(gain -> DoubleStream.of(gain, -gain))
                .toArray();
        var random = new SplittableRandom(11);
        long accepted = 0;
        for (int run = 0; run < 100; run++) {
            accepted += Confirmations.run(100, 1, Scatter.resampled(gains), ErrorBudget.STANDARD, random)
                    .accepted();
        }
        assertEquals(0, accepted);
    }

    private static Stream<Line> lines() throws IOException {
        var resource = Objects.requireNonNull(RecordedBlocksTest.class.getResourceAsStream("aa-blocks.jsonl.gz"));
        try (var reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> JSON.readValue(line, Line.class)).toList().stream();
        }
    }
}
