package dev.ouroboros.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.app.Json;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.Stamped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a model, and with somebody outside, as they are launched: a real process, real tools, a scripted server. */
class ProposerCommandTest {
    private static final String KEY = "sk-very-secret";
    /** With the user's cache, where the simulator's runtime is compiled already. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SCRIPTED_KEY", KEY, "XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");

    private static final String TASK = """
            name = "pair"
            [[parts]]
            name  = "design"
            layer = "verilog"
            files = ["pair.v"]
              [parts.verilog]
              top    = "pair"
              clock  = "clk"
              reset  = { name = "rst" }
              device = "hx1k"
            [[objectives]]
            metric = "luts"
            goal   = "minimize"
            """;
    private static final String SEED = """
            module pair(input clk, input rst, output reg [3:0] n, output ahead);
              reg [3:0] m;
              assign ahead = m == n + 4'd1;
              always @(posedge clk)
                if (rst) begin n <= 0; m <= 1; end
                else begin n <= n + 4'd1; m <= m + 4'd1; end
            endmodule
            """;
    private static final String BETTER = SEED.replace("m == n + 4'd1", "1'b1");
    private static final Reply GOOD = reply("It is always one ahead.", BETTER);
    private static final Reply BROKEN = reply("Shorter.", SEED.replace("endmodule", ""));
    private static final Reply BROKEN_TOO = reply("Other.", SEED.replace("begin n", "n"));

    @TempDir
    Path folder;

    @BeforeEach
    void writeTask() throws IOException {
        Files.writeString(folder.resolve("task.toml"), TASK);
        Files.writeString(folder.resolve("pair.v"), SEED);
    }

    @Test
    void aRunWithAModelCanBeRepeatedWithoutIt() throws Exception {
        Launched.Answer first;
        try (var server = ScriptedServer.saying(GOOD, BROKEN)) {
            first = ask("run", task(), "--proposer", "llm", "--models", models(server), "--evaluations", "2", "--json");
            assertEquals(0, first.code(), first.err());
            assertEquals(
                    List.of(KEY, KEY),
                    server.asked().stream().map(asked -> asked.key()).toList());
        }
        assertEquals(2, first.json().path("evaluations").asInt(), first.out());
        assertEquals(1, first.json().path("accepted_by").path("llm").asInt(), first.out());
        assertEquals(1, first.json().path("rejected").path("build").asInt(), first.out());
        assertEquals(220, first.json().path("tokens").asInt(), first.out());
        assertEquals(0.00024, first.json().path("cost_usd").asDouble(), 1e-9);
        assertKeyIsNowhere();

        var run = first.json().path("run").asString();
        var second = ask("run", task(), "--proposer", "llm", "--recorded", run, "--evaluations", "2", "--json");
        assertEquals(0, second.code(), second.err());
        assertEquals(decisions(run), decisions(second.json().path("run").asString()));
        assertEquals(first.json().path("tokens"), second.json().path("tokens"));
    }

    @Test
    void anInterruptedRunWithAModelGoesOn() throws Exception {
        var askedAgain = new CountDownLatch(1);
        try (var server = ScriptedServer.of(asked -> switch (asked.number()) {
            case 0 -> BROKEN;
            case 1 -> {
                askedAgain.countDown();
                yield new Reply.Stalled("let me think");
            }
            default -> BROKEN_TOO;
        })) {
            Launched.Answer stopped;
            try (var command = Launched.of(
                    folder,
                    ENVIRONMENT,
                    "run",
                    task(),
                    "--proposer",
                    "llm",
                    "--models",
                    models(server),
                    "--evaluations",
                    "2",
                    "--json")) {
                assertTrue(askedAgain.await(15, TimeUnit.MINUTES));
                command.stop();
                stopped = command.answer();
            }
            assertEquals(130, stopped.code(), stopped.err());
            var run = stopped.json().path("run").asString();
            assertTrue(stopped.err().contains("./ouroboros resume " + run), stopped.err());
            assertEquals(1, stopped.json().path("evaluations").asInt(), stopped.out());

            var resumed = ask("resume", run, "--models", models(server), "--json");
            assertEquals(0, resumed.code(), resumed.err());
            assertEquals(2, resumed.json().path("evaluations").asInt(), resumed.out());
            assertEquals(2, resumed.json().path("rejected").path("build").asInt(), resumed.out());
        }
    }

    @Test
    void aModelThatIsNotConfiguredIsWrongUse() throws Exception {
        var answer = ask("run", task(), "--proposer", "llm");
        assertEquals(2, answer.code(), answer.err());
        assertTrue(answer.err().contains("no model is configured"), answer.err());
        assertTrue(answer.err().contains("models.toml"), answer.err());
        assertTrue(answer.err().contains("docs/models.md"), answer.err());
    }

    @Test
    void aFileThatAnswersARequestIsAProposal() throws Exception {
        var box = Files.createDirectory(folder.resolve("box"));
        try (var command = Launched.of(
                        folder,
                        ENVIRONMENT,
                        "run",
                        task(),
                        "--proposer",
                        "external",
                        "--exchange",
                        box.toString(),
                        "--evaluations",
                        "1",
                        "--json");
                var watch = box.getFileSystem().newWatchService()) {
            box.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(box.resolve("request-1.json"))) {
                var key = watch.poll(15, TimeUnit.MINUTES);
                assertTrue(key != null && command.process().isAlive(), "it asks nothing");
                key.reset();
            }
            var request = Json.mapper().readTree(box.resolve("request-1.json"));
            assertEquals(SEED, request.at("/context/best/files/design~1pair.v").asString());
            var draft = Files.writeString(
                    box.resolve("draft"),
                    Json.mapper()
                            .writeValueAsString(Map.of(
                                    "proposals",
                                    List.of(Map.of(
                                            "files",
                                            List.of(Map.of("path", "design/pair.v", "text", BETTER)),
                                            "rationale",
                                            "it is always one ahead")))));
            Files.move(draft, box.resolve(request.path("answer").asString()));
            var answer = command.answer();
            assertEquals(0, answer.code(), answer.err());
            assertEquals(1, answer.json().path("accepted_by").path("external").asInt(), answer.out());
        }
        assertTrue(Files.exists(box.resolve("taken-1.json")));
        assertTrue(Files.exists(box.resolve("ended.json")));
    }

    /** What was proposed, and what became of what was confirmed. */
    private List<String> decisions(String run) {
        try (var archive = Archive.open(folder.resolve("ws"))) {
            var decisions = new ArrayList<String>();
            for (Stamped stamped : Journal.read(archive.ledger(run))) {
                switch (stamped.event()) {
                    case Proposed proposed ->
                        proposed.entries()
                                .forEach(entry -> decisions.add(entry.proposal().proposer() + " proposes "
                                        + (entry.candidate() == null
                                                ? "nothing"
                                                : entry.candidate().digest())));
                    case Decided decided
                    when decided.kind() == Kind.CANDIDATE ->
                        decisions.add(decided.challenger() + " is " + decided.verdict());
                    default -> {}
                }
            }
            assertEquals(3, decisions.size(), decisions::toString);
            return decisions;
        }
    }

    private void assertKeyIsNowhere() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY),
                        file::toString);
            }
        }
    }

    private Launched.Answer ask(String... arguments) throws IOException, InterruptedException {
        try (var command = Launched.of(folder, ENVIRONMENT, arguments)) {
            return command.answer();
        }
    }

    private String task() {
        return folder.toString();
    }

    private String models(ScriptedServer server) throws IOException {
        return Files.writeString(folder.resolve("scripted.toml"), """
                [[models]]
                name         = "scripted"
                provider     = "openai"
                base-url     = "%s"
                model        = "scripted"
                key-variable = "SCRIPTED_KEY"
                dollars-per-million-input  = 1.0
                dollars-per-million-output = 2.0
                """.formatted(server.url()))
                .toString();
    }

    private static Reply reply(String why, String design) {
        return Reply.text(why + "\n\nFILE design/pair.v\n```\n" + design + "```\n");
    }
}
