package dev.ouroboros.app.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.mcp.Wire.Answer;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** An agent that knows the protocol and what the server says of itself, and nothing else. */
class AgentServerTest {
    @TempDir
    Path folder;

    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        Houses.task(folder, "sum", Houses.TASK, Houses.SEED);
        wire = new Wire(Houses.of(folder)).hello();
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
    }

    @Test
    void anAgentGetsFromTheListOfTasksToAnAcceptedCandidate() throws Exception {
        var tasks = good("list_tasks").json().path("tasks");
        assertEquals(1, tasks.size());
        var run = open("task", tasks.path(0).path("task").asString());
        var task = good("read_task", "run", run).json();
        assertEquals("minimize", task.path("objective").path("goal").asString());
        assertEquals(
                "[1,2,4]",
                task.path("parts").path(0).path("parameters").path("WIDTH").toString());
        var best = good("read_context", "run", run).json().path("context").path("best");
        assertEquals(Houses.SEED + "\n", best.path("files").path("a/a.txt").asString());

        var judged = good("evaluate", "run", run, "edits", edit("x * 1 + 0 + x + x", "3 * x"), "rationale", "shorter");
        assertEquals("passed", judged.json().path("candidate").path("outcome").asString(), judged.text());
        assertTrue(judged.json().path("candidate").path("gain").asDouble() > 2, judged.text());
        assertTrue(judged.json().path("promising").asBoolean(), judged.text());
        assertEquals(39, left(judged));

        var decided = good("submit", "run", run, "candidate", digest(judged).substring(0, 12));
        assertTrue(decided.json().path("decision").path("accepted").asBoolean(), decided.text());
        assertTrue(decided.json().path("decision").path("gain_low").asDouble() > 2, decided.text());
        assertEquals(39, left(decided), "a confirmation costs no evaluation");

        var wider = good("submit", "run", run, "parameters", Map.of("WIDTH", 4));
        assertTrue(wider.json().path("decision").path("accepted").asBoolean(), wider.text());

        var finished = good("finish_run", "run", run).json();
        assertEquals("finished", finished.path("status").asString());
        var summary = finished.path("summary");
        assertEquals(2, summary.path("accepted_by").path("external").asInt());
        assertEquals(2, summary.path("controls").path("decided").asInt());
        assertEquals(10, summary.path("best").path("gain").asDouble(), 0.3);
        assertTrue(Files.exists(Path.of(summary.path("report").asString())));

        assertTrue(good("best", "run", run).json().path("improved").asBoolean());
        var steps = good("lineage", "run", run).json().path("steps");
        assertEquals("shorter", steps.path(0).path("rationale").asString());
        assertEquals("external/mcp", steps.path(0).path("proposer").asString());
        assertTrue(good("diff", "run", run).text().contains("+3 * x"));
        assertTrue(Files.exists(
                Path.of(good("report", "run", run).json().path("report").asString())));
        assertEquals(
                "finished",
                good("list_runs")
                        .json()
                        .path("runs")
                        .path(0)
                        .path("run")
                        .path("status")
                        .asString());
    }

    @Test
    void everyToolAndEveryArgumentOfItIsDescribedByAValidSchema() throws Exception {
        var tools = wire.ask("tools/list", Map.of()).path("result").path("tools");
        assertTrue(tools.size() >= 16, tools.toString());
        var names = new HashSet<String>();
        for (var tool : tools) {
            names.add(tool.path("name").asString());
            assertTrue(tool.path("description").asString().length() > 40, tool.toString());
            assertTrue(tool.path("annotations").has("readOnlyHint"), tool.toString());
            var schema = tool.path("inputSchema");
            var map = dev.ouroboros.app.Json.mapper().convertValue(schema, new TypeReference<Map<String, Object>>() {});
            assertTrue(McpJsonDefaults.getSchemaValidator().validateSchema(map).valid(), schema.toString());
            assertFalse(schema.path("additionalProperties").asBoolean(true), schema.toString());
            schema.path("properties")
                    .forEach(argument ->
                            assertTrue(argument.path("description").asString().length() > 10, schema.toString()));
        }
        var instructions = wire.ask(
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                "2025-06-18",
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "a", "version", "1")))
                .path("result")
                .path("instructions")
                .asString();
        for (var name : List.of("list_tasks", "open_run", "evaluate", "submit", "finish_run")) {
            assertTrue(names.contains(name) && instructions.contains(name), name);
        }
    }

    @Test
    void theSameCallsConformToTheSchemasTheyAreMadeBy() throws Exception {
        for (var tool : wire.ask("tools/list", Map.of()).path("result").path("tools")) {
            if (tool.path("name").asString().equals("evaluate")) {
                var schema = dev.ouroboros.app.Json.mapper()
                        .convertValue(tool.path("inputSchema"), new TypeReference<Map<String, Object>>() {});
                var validator = McpJsonDefaults.getSchemaValidator();
                assertTrue(validator
                        .validate(schema, Map.of("run", "r", "edits", edit("a", "b"), "parameters", Map.of("WIDTH", 4)))
                        .valid());
                assertFalse(
                        validator.validate(schema, Map.of("edits", List.of())).valid(), "run is needed");
                assertFalse(validator
                        .validate(schema, Map.of("run", "r", "diff", 5))
                        .valid());
            }
        }
    }

    @Test
    void whatIsWrongWithAChangeIsSaidWithWhatToDoAndCostsNothing() throws Exception {
        var run = open("task", "sum");
        refused("there is no change in it", "evaluate", "run", run);
        refused("does not stand in a/a.txt", "evaluate", "run", run, "edits", edit("y", "z"));
        refused(
                "edits[0].replace is missing",
                "evaluate",
                "run",
                run,
                "edits",
                List.of(Map.of("path", "a/a.txt", "search", "x")));
        refused(
                "edits[0].serch is not known",
                "evaluate",
                "run",
                run,
                "edits",
                List.of(Map.of("path", "a.txt", "search", "x", "replace", "y", "serch", "x")));
        refused("patch is not known here", "evaluate", "run", run, "parameters", Map.of("WIDTH", 2), "patch", "x");
        refused(
                "parameter WIDTH is 3; expected one of [1, 2, 4]",
                "evaluate",
                "run",
                run,
                "parameters",
                Map.of("WIDTH", 3));
        refused("parameter WIDTH is 2.5", "evaluate", "run", run, "parameters", Map.of("WIDTH", 2.5));
        refused("narrow does not hold", "evaluate", "run", run, "parameters", Map.of("WIDTH", 4, "LABEL", "other"));
        refused("has no parameter 'WIDHT'", "evaluate", "run", run, "parameters", Map.of("WIDHT", 2));
        refused("has no parameters to set", "evaluate", "run", run, "parameters", Map.of("b", Map.of("WIDTH", 2)));
        refused("parameters.WIDTH is ARRAY", "evaluate", "run", run, "parameters", Map.of("WIDTH", List.of(2)));
        refused("leaves its parent as it is", "evaluate", "run", run, "parameters", Map.of("WIDTH", 1));
        refused(
                "no evaluated candidate begins with 'abc'",
                "evaluate",
                "run",
                run,
                "parameters",
                Map.of("WIDTH", 2),
                "parent",
                "abc");
        refused("not a unified diff", "evaluate", "run", run, "diff", "hello");
        refused("does not fit", "evaluate", "run", run, "diff", "--- a/a/a.txt\n+++ b/a/a.txt\n@@ -1 +1 @@\n-y\n+z\n");
        refused("call list_runs", "best", "run", "nothing");
        refused("Call open_run", "evaluate", "run", "nothing", "parameters", Map.of("WIDTH", 2));
        refused("run is missing", "read_context");
        refused("run is 5; expected a string", "read_context", "run", 5);
        refused("history is -1; expected a whole number", "read_context", "run", run, "history", -1);
        refused("no evaluated candidate", "submit", "run", run, "candidate", "ffff");
        refused("there is no task 'nowhere'", "open_run", "task", "nowhere");
        refused("evaluations is 0", "open_run", "task", "sum", "evaluations", 0);
        assertEquals(
                40,
                good("read_context", "run", run)
                        .json()
                        .path("budget")
                        .path("evaluations_left")
                        .asInt());
    }

    @Test
    void whatMayNotBeChangedIsNot() throws Exception {
        var run = open("task", "sum");
        for (var path : List.of(
                "task.toml",
                "a/task.toml",
                "a/parameters.json",
                "../a/a.txt",
                "a/../a/a.txt",
                "a/./a.txt",
                "/etc/passwd",
                "a\\a.txt",
                "a/a.txt\0",
                "",
                "pom.xml",
                "C:\\a.txt",
                "A/A.TXT")) {
            var files = List.of(Map.of("path", path, "text", "x"));
            refused("may not be edited; editable here: [a/a.txt]", "evaluate", "run", run, "files", files);
            refused(
                    "may not be edited",
                    "evaluate",
                    "run",
                    run,
                    "edits",
                    List.of(Map.of("path", path, "search", "x", "replace", "y")));
        }
        refused(
                "may not be edited",
                "evaluate",
                "run",
                run,
                "diff",
                "--- a/../../x\n+++ b/../../x\n@@ -0,0 +1 @@\n+z\n");
        refused(
                "renames are not supported",
                "evaluate",
                "run",
                run,
                "diff",
                "--- a/a/a.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-x\n+z\n");
        var huge = "x".repeat(1 << 21);
        refused("expected at most", "evaluate", "run", run, "files", List.of(Map.of("path", "a/a.txt", "text", huge)));
        assertEquals(
                40,
                good("read_context", "run", run)
                        .json()
                        .path("budget")
                        .path("evaluations_left")
                        .asInt());
    }

    @Test
    void aHunkThatIsNonsenseIsRefused() throws Exception {
        var run = open("task", "sum");
        for (var hunk : List.of(
                "@@ nonsense @@\n+z",
                "@@ -99999999999 +1 @@\n-x\n+z",
                "@@ -1,5 +1 @@\n-x",
                "@@ -5 +5 @@\n-x\n+z",
                "@@\n")) {
            var answer = wire.call("evaluate", "run", run, "diff", "--- a/a/a.txt\n+++ b/a/a.txt\n" + hunk + "\n");
            assertTrue(answer.error(), hunk + " came to " + answer.text());
            assertTrue(answer.text().contains("\n"), answer.text());
        }
    }

    @Test
    void aFailureIsFedBackBetweenMarks() throws Exception {
        var run = open("task", "sum");
        var judged = good("evaluate", "run", run, "files", List.of(Map.of("path", "a.txt", "text", "x \u001B[31m +")));
        var candidate = judged.json().path("candidate");
        assertEquals("build", candidate.path("outcome").asString());
        assertEquals("a/value", candidate.path("stage").asString());
        var feedback = candidate.path("feedback").asString();
        assertTrue(feedback.startsWith("⟦") && feedback.endsWith("⟧"), feedback);
        assertFalse(String.join("", wire.transcript).contains("\\u001b"), "nothing commands a terminal");
    }

    @Test
    void anEvaluationThatIsCancelledEndsAndIsNotAnswered() throws Exception {
        var run = open("task", "sum");
        int id = wire.begin("evaluate", "run", run, "files", files("1111 + x"));
        var first = wire.next();
        while (!first.path("params").path("message").asString("").equals("builds, checks and screens")) {
            first = wire.next();
        }
        wire.notify("notifications/cancelled", Map.of("requestId", id, "reason", "too slow"));
        var after = good("evaluate", "run", run, "files", files("3 * x"));
        assertEquals("passed", after.json().path("candidate").path("outcome").asString());
        assertEquals(38, left(after), "what was cancelled has cost its evaluation");
        var history = good("read_context", "run", run).json().path("context").path("history");
        assertEquals("timeout", history.path(1).path("outcome").asString());
        assertTrue(
                wire.transcript.stream().noneMatch(line -> line.contains("\"id\":" + id + ",")), "no answer to " + id);
    }

    @Test
    void whatIsCancelledBeforeItBeginsCostsNothing() throws Exception {
        var run = open("task", "sum");
        int hanging = wire.begin("evaluate", "run", run, "files", files("1111 + x"));
        while (!wire.next().path("params").path("message").asString("").equals("builds, checks and screens")) {
            assertFalse(wire.transcript.isEmpty());
        }
        int queued = wire.begin("evaluate", "run", run, "files", files("x + x + x"));
        wire.notify("notifications/cancelled", Map.of("requestId", queued));
        wire.notify("notifications/cancelled", Map.of("requestId", hanging));
        assertEquals(38, left(good("evaluate", "run", run, "files", files("3 * x"))));
    }

    @Test
    void progressGoesUpUnderTheTokenOfTheCall() throws Exception {
        var opened = good("open_run", "task", "sum");
        var run = opened.json().path("run").asString();
        var progress = good("finish_run", "run", run).progress();
        assertFalse(progress.isEmpty());
        double before = 0;
        for (var step : progress) {
            assertTrue(step.path("progress").asDouble() > before, progress.toString());
            assertNotEquals("", step.path("message").asString());
            before = step.path("progress").asDouble();
        }
        assertEquals(
                1,
                progress.stream()
                        .map(step -> step.path("progressToken").asString())
                        .distinct()
                        .count());
    }

    @Test
    void aCallThatWillNotWaitSaysSoAndWaitGoesOnWithIt() throws Exception {
        var opened = good("open_run", "task", "sum", "wait_seconds", 0).json();
        var run = opened.path("run").asString();
        good("wait", "run", run);
        var running = good("evaluate", "run", run, "files", files("3 * x"), "wait_seconds", 0)
                .json();
        assertTrue(running.path("status").asString().matches("running|judged"), running.toString());
        good("wait", "run", run);
        good("finish_run", "run", run, "wait_seconds", 0);
        var ended = good("wait", "run", run).json();
        while (!ended.path("status").asString().equals("finished")) {
            ended = good("wait", "run", run).json();
        }
        assertEquals(1, ended.path("summary").path("evaluations").asInt());
    }

    @Test
    void evaluatingEndsWithTheBudget() throws Exception {
        var run = open("task", "sum", "evaluations", 2);
        good("evaluate", "run", run, "files", files("x + x + x"));
        assertEquals(0, left(good("evaluate", "run", run, "files", files("3 * x"))));
        var third = wire.call("evaluate", "run", run, "parameters", Map.of("WIDTH", 2));
        assertTrue(third.error() && third.text().contains("finish_run"), third.text());
        var end = good("finish_run", "run", run).json().path("summary");
        assertEquals(2, end.path("evaluations").asInt());
        assertEquals(1, end.path("accepted").asInt(), "what promised most was confirmed at the end");
    }

    @Test
    void aPausedRunGoesOnWhereItWas() throws Exception {
        var run = open("task", "sum");
        var before = digest(good("evaluate", "run", run, "files", files("3 * x")));
        assertEquals(
                "paused", good("pause_run", "run", run).json().path("status").asString());
        refused("resume_run", "evaluate", "run", run, "parameters", Map.of("WIDTH", 2));
        assertEquals(
                "waiting", good("resume_run", "run", run).json().path("status").asString());
        refused("was proposed before", "evaluate", "run", run, "files", files("3 * x"), "parent", "baseline");
        assertTrue(good("submit", "run", run, "candidate", before)
                .json()
                .path("decision")
                .path("accepted")
                .asBoolean());
    }

    @Test
    void aServerThatEndsLeavesItsRunsToTheNextOne() throws Exception {
        var run = open("task", "sum");
        good("evaluate", "run", run, "files", files("3 * x"));
        wire.close();
        wire = new Wire(Houses.of(folder)).hello();
        assertEquals(
                "unfinished",
                good("list_runs")
                        .json()
                        .path("runs")
                        .path(0)
                        .path("run")
                        .path("status")
                        .asString());
        assertEquals(
                39,
                good("resume_run", "run", run)
                        .json()
                        .path("budget")
                        .path("evaluations_left")
                        .asInt());
        assertEquals(
                "finished", good("finish_run", "run", run).json().path("status").asString());
        refused("is complete", "resume_run", "run", run);
    }

    @Test
    void whatWasAskedBeforeTheInputEndedIsAnswered() throws Exception {
        var run = open("task", "sum");
        int id = wire.begin("evaluate", "run", run, "files", files("3 * x"));
        wire.close();
        var answer = wire.next();
        while (answer.path("id").asInt(-1) != id) {
            answer = wire.next();
        }
        assertFalse(answer.path("result").path("isError").asBoolean(true));
    }

    @Test
    void aSeedThatFailsIsSaid() throws Exception {
        Houses.task(folder, "broken", Houses.TASK, "x +");
        Houses.task(folder, "typo", Houses.TASK.replace("goal", "gaol"), "x");
        var problems = good("list_tasks").json().path("tasks").findValuesAsString("problem");
        assertTrue(problems.stream().anyMatch(problem -> problem.contains("goal")), problems.toString());
        var failed = good("open_run", "task", folder.resolve("tasks/broken").toString())
                .json();
        assertEquals("failed", failed.path("status").asString());
        assertTrue(
                failed.path("reason").asString().contains("does not pass its own stage 'a/value'"), failed.toString());
        refused("goal", "open_run", "task", folder.resolve("tasks/typo").toString());
    }

    private String open(Object... arguments) throws Exception {
        var opened = good("open_run", arguments).json();
        assertEquals("waiting", opened.path("status").asString(), opened.toString());
        return opened.path("run").asString();
    }

    private Answer good(String tool, Object... arguments) throws Exception {
        var answer = wire.call(tool, arguments);
        assertFalse(answer.error(), answer.text());
        return answer;
    }

    private void refused(String saying, String tool, Object... arguments) throws Exception {
        var answer = wire.call(tool, arguments);
        assertTrue(answer.error(), answer.text());
        assertTrue(
                answer.text().toLowerCase(java.util.Locale.ROOT).contains(saying.toLowerCase(java.util.Locale.ROOT)),
                answer.text());
    }

    private static List<Map<String, String>> edit(String search, String replace) {
        return List.of(Map.of("path", "a/a.txt", "search", search, "replace", replace));
    }

    private static List<Map<String, String>> files(String text) {
        return List.of(Map.of("path", "a/a.txt", "text", text));
    }

    private static String digest(Answer judged) {
        return judged.json().path("candidate").path("candidate").asString();
    }

    private static int left(Answer answer) {
        JsonNode left = answer.json().path("budget").path("evaluations_left");
        return left.asInt(-1);
    }
}
