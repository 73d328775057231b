package dev.ouroboros.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.sample.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands as a user or a script gives them, on a real device: exit codes, what is said, and what {@code --json} prints. */
class CommandLineTest {
    static final String TASK = """
            name    = "copy"
            summary = "A copy"

            [[parts]]
            name  = "kernel"
            layer = "opencl"
            files = ["copy.cl"]

              [parts.parameters]
              LABEL = [1, 2]

              [parts.opencl]
              entry     = "copy"
              global    = ["n"]
              local     = ["64"]
              reference = "copy"
              bytes     = "8 * n"
              timed     = { n = 65536 }
              shown     = [{ n = 64 }]
              held-out  = [{ n = 192 }]
              arguments = [
                { name = "from", type = "float", shape = ["n"], role = "in" },
                { name = "to", type = "float", shape = ["n"], role = "out" },
              ]

            [[objectives]]
            metric = "throughput"
            unit   = "GB/s"
            goal   = "maximize"
            """;
    static final String KERNEL = """
            __kernel void copy(__global const float *from, __global float *to) {
              to[get_global_id(0)] = from[get_global_id(0)];
            }
            """;

    @TempDir
    Path folder;

    /** What a command left behind. */
    private record Answer(int code, String out, String err) {
        JsonNode json() {
            return Json.mapper().readTree(out);
        }
    }

    @Test
    void aRunAndAllThatCanBeAskedAboutIt() throws Exception {
        var ran = ask("run", task(TASK, KERNEL), "--evaluations", "1", "--json");
        assertEquals(0, ran.code(), ran.err());
        var object = ran.json();
        assertEquals(
                Contract.RUN_KEYS, object.propertyNames().stream().limit(17).toList());
        assertEquals(1, object.path("evaluations").asInt());
        assertEquals(0, object.path("accepted").asInt());
        assertEquals(1, object.path("best").path("gain").asDouble());
        assertEquals(2, object.path("controls").path("decided").asInt());
        assertTrue(Files.exists(Path.of(object.path("report").asString())));
        var run = object.path("run").asString();
        for (var command : List.of("show", "best", "lineage", "report", "replay", "verify")) {
            var text = ask(command, run);
            assertEquals(0, text.code(), text.err());
            assertTrue(!text.out().isBlank(), command);
            var asked = ask(command, run, "--json");
            assertEquals(0, asked.code(), asked.err());
            assertTrue(asked.json().isObject(), command + " says " + asked.out());
        }
        assertTrue(ask("runs").out().contains(run));
        assertEquals(0, ask("diff", run).code());
        var to = folder.resolve("out");
        assertEquals(0, ask("export", run, "--to", to.toString()).code());
        assertEquals(KERNEL, Files.readString(to.resolve("kernel/copy.cl")));
        assertEquals(0, ask("resume", run).code());
    }

    @Test
    void aSeedThatDoesNotCompileIsWrongUse() throws Exception {
        var answer = ask("run", task(TASK, KERNEL.replace("from[", "form[")));
        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("form"), answer.err());
    }

    @Test
    void aSeedThatFailsItsOwnCheckIsWrongUse() throws Exception {
        var answer = ask("run", task(TASK, KERNEL.replace("];", "] + 1;")));
        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("to[0] is"), answer.err());
    }

    @Test
    void aDeviceThatIsNotThereIsMissing() throws Exception {
        var answer = ask("run", task(TASK, KERNEL), "--device", "abacus", "--json");
        assertEquals(3, answer.code());
        assertEquals(3, answer.json().path("exit").asInt());
        assertTrue(answer.err().contains("no OpenCL device fits 'abacus'"), answer.err());
    }

    @Test
    void aTaskWithAMistakeSaysWhere() throws Exception {
        assertRefused("task.toml:4", "run", task(TASK.replace("[[parts]]", "[[parts"), KERNEL));
        assertRefused("entry", "run", task(TASK.replace("entry ", "entrie"), KERNEL));
        assertRefused("copy.cl", "run", task(TASK, null));
        assertRefused("opencl", "run", task(TASK.replace("\"opencl\"", "\"openlc\""), KERNEL));
        assertRefused("nowhere", "run", folder.resolve("nowhere").toString());
    }

    @Test
    void anOptionWithAMistakeSaysWhatItTakes() throws Exception {
        var task = task(TASK, KERNEL);
        assertRefused("--time", "run", task, "--time", "soon");
        assertRefused("--evaluations", "run", task, "--evaluations", "0");
        assertRefused("--proposer", "run", task, "--proposer", "oracle");
        assertRefused("--evaluation", "run", task, "--evaluation", "3");
        assertRefused("fly", "fly");
    }

    @Test
    void aRunThatIsNotThereIsWrongUse() throws Exception {
        assertRefused("no workspace", "show", "last");
        var answer = ask("show", "last", "--json");
        assertEquals(2, answer.json().path("exit").asInt());
    }

    @Test
    void theArenaPrintsItsScores() throws Exception {
        var file = folder.resolve("steps.T4.json");
        Files.writeString(file, """
                {"results": [
                  {"configuration": {"a": 1}, "times": {"compilation": 10, "runtimes": [5]}, "invalidity": "correct"},
                  {"configuration": {"a": 2}, "times": {"compilation": 10, "runtimes": [4]}, "invalidity": "correct"},
                  {"configuration": {"a": 3}, "times": {"compilation": 10, "runtimes": [2]}, "invalidity": "correct"}]}
                """);
        var answer = ask("arena", "--space", file.toString(), "--repeats", "2", "--strategy", "all", "--json");
        assertEquals(0, answer.code(), answer.err());
        for (var key : List.of("p", "p_low", "p_high")) {
            assertTrue(answer.json().path("mean").path("ouroboros").path(key).isNumber(), answer.out());
            assertTrue(
                    answer.json()
                            .path("spaces")
                            .path("steps")
                            .path("random")
                            .path(key)
                            .isNumber(),
                    answer.out());
        }
        assertTrue(answer.json().path("thinking_share").isNumber(), answer.out());
        var page = Files.readString(folder.resolve("ws/arena.html"));
        assertTrue(page.contains("data-chart=\"arena\"") && page.contains("crossover"), "the curves are there");
        assertRefused("oracle", "arena", "--space", file.toString(), "--strategy", "oracle");
        assertRefused("--repeats", "arena", "--space", file.toString(), "--repeats", "0");
        assertRefused("none.json", "arena", "--space", "none.json");
    }

    @Test
    void withoutAFileTheArenaPlaysTheSpacesThatComeWithTheProgram() throws Exception {
        assertRefused("--space", "arena");
        System.setProperty("ouroboros.home", Path.of("../..").toAbsolutePath().toString());
        try {
            var answer = ask("arena", "--repeats", "1", "--strategy", "random", "--json");
            assertEquals(0, answer.code(), answer.err());
            assertTrue(answer.json().path("spaces").has("gemm"), answer.out());
        } finally {
            System.clearProperty("ouroboros.home");
        }
    }

    private void assertRefused(String saying, String... arguments) throws IOException {
        var answer = ask(arguments);
        assertEquals(2, answer.code(), answer.err());
        assertTrue(answer.err().contains(saying), answer.err());
        assertTrue(!answer.err().contains("defect"), answer.err());
    }

    private Answer ask(String... arguments) throws IOException {
        boolean workspace = !arguments[0].equals("fly");
        var all = workspace
                ? Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--workspace", folder.resolve("ws").toString()))
                        .toArray(String[]::new)
                : arguments;
        var out = System.out;
        var err = System.err;
        try (var said = new ByteArrayOutputStream();
                var complained = new ByteArrayOutputStream()) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = OuroborosCommand.execute(all);
            return new Answer(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Writes a task and returns its folder; a kernel of null leaves the file out. */
    private String task(String toml, @Nullable String kernel) throws IOException {
        var task = Files.createTempDirectory(folder, "task");
        Files.writeString(task.resolve("task.toml"), toml);
        if (kernel != null) {
            Files.writeString(task.resolve("copy.cl"), kernel);
        }
        return task.toString();
    }
}
