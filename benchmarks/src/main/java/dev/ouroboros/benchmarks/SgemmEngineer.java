package dev.ouroboros.benchmarks;

import dev.ouroboros.agent.Proposers;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.server.Asked;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.MachineExclusion;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.run.Runs;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scripted server plays an engineer who climbs the ladder of {@code kernels/tasks/sgemm} on the real device: {@code
 * SgemmEngineer [FOLDER]}. Each answer is one good kernel, better than the one before, and says what it cost; the run
 * must take as many evaluations as there are answers, and count every token.
 */
public final class SgemmEngineer {
    private static final List<String> IDEAS = List.of(
            "Vectors of 16 use the whole register.\n\nPARAMETERS kernel\nVECTOR = 16\n",
            "Four rows in registers reuse each vector of B.\n\nPARAMETERS kernel\nVECTOR = 16\nTILE_M = 4\n",
            "Eight rows reuse it twice as often.\n\nPARAMETERS kernel\nVECTOR = 16\nTILE_M = 8\n",
            "Steps keep B in cache.\n\nPARAMETERS kernel\nVECTOR = 16\nTILE_M = 8\nSTEPS_M = 8\nBLOCK_K = 256\n");

    private SgemmEngineer() {}

    /** What is printed at the end. */
    public record Answer(int replies, int calls, long tokensTold, RunSummary summary) {}

    public static void main(String[] arguments)
            throws IOException, TaskException, ConfigException, InterruptedException {
        var folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("sgemm-engineer");
        var home = Path.of(System.getProperty("ouroboros.home", ""));
        if (!(Sandboxes.detect() instanceof Detection.Works(var sandbox))) {
            System.err.println("No sandbox works here; `./ouroboros doctor` says why.");
            System.exit(3);
            return;
        }
        try (var server = ScriptedServer.of(SgemmEngineer::answer);
                var archive = Archive.open(folder)) {
            var caps = new Caps(IDEAS.size(), Long.MAX_VALUE, 1e9, Duration.ofHours(1));
            var config = Specs.config(caps, Specs.model("engineer", server.url()));
            try (var proposers = Proposers.open(config, Map.of())) {
                var assembly = new Assembly(
                        Layers.load(),
                        proposers.llm(),
                        "llm",
                        false,
                        new DefaultToolRunner(),
                        new MachineExclusion(holder -> System.err.println("Waiting: " + holder)));
                var runs = new Runs(archive, assembly, InstantSource.system(), List.of());
                var task = runs.task(home.resolve("kernels/tasks/sgemm"));
                var state = runs.start(task, new RunOptions(1, 2, null, sandbox));
                var history = RunHistory.of(
                        Journal.read(archive.ledger(state.started().run())));
                var summary = RunSummary.of(history, null);
                long told =
                        server.asked().stream().mapToLong(SgemmEngineer::tokens).sum();
                System.out.println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                new Answer(IDEAS.size(), server.asked().size(), told, summary)));
                if (summary.evaluations() != IDEAS.size() || summary.tokens() != told) {
                    System.err.println("NOT MET: one evaluation a reply, and every token counted");
                    System.exit(1);
                }
            }
        }
    }

    private static Reply answer(Asked asked) {
        var idea = IDEAS.get(Math.min(asked.number(), IDEAS.size() - 1));
        return new Reply.Text(idea, 1000 + asked.number(), 50 + asked.number());
    }

    private static long tokens(Asked asked) {
        return 1050L + 2L * asked.number();
    }
}
