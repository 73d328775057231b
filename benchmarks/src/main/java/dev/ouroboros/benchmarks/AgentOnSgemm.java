package dev.ouroboros.benchmarks;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent that knows only the protocol optimizes a real kernel from the list of tasks to an accepted candidate: the
 * client of the protocol's own library against {@code ./ouroboros mcp}. It plays an engineer who climbs the usual ladder
 * of a matrix product, rung by rung, and also errs. Prints what came out as JSON.
 *
 * <p>Argument: the most minutes of the run, 15 unless given.
 */
final class AgentOnSgemm {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE = 50;

    private final McpSyncClient client;
    private final List<String> log = new ArrayList<>();

    private AgentOnSgemm(McpSyncClient client) {
        this.client = client;
    }

    /** Plays it. */
    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        var home = Path.of(System.getProperty("ouroboros.home", "."));
        var workspace = Files.createTempDirectory("agent-on-sgemm");
        var server = ServerParameters.builder(home.resolve("ouroboros").toString())
                .args("mcp", "--workspace", workspace.toString())
                .build();
        try (var client = McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(10))
                .progressConsumer(step -> System.err.println("  … " + step.message()))
                .build()) {
            client.initialize();
            System.out.println(
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new AgentOnSgemm(client).play(minutes)));
        }
    }

    private Map<String, Object> play(int minutes) {
        var task = "";
        for (var found : call("list_tasks", Map.of()).path("tasks")) {
            var folder = found.path("task").asString();
            task = folder.endsWith("kernels/tasks/sgemm") ? folder : task;
        }
        var opened = waited(call("open_run", Map.of("task", task, "evaluations", 12, "minutes", minutes)));
        var run = opened.path("run").asString();
        call("read_task", Map.of("run", run));
        call("read_context", Map.of("run", run));

        var evaluations = new ArrayList<Object>();
        var best = "";
        double gain = 1;
        for (var change : ladder()) {
            var arguments = new HashMap<>(change);
            arguments.put("run", run);
            var judged = call("evaluate", arguments);
            var candidate = judged.path("candidate");
            evaluations.add(Map.of(
                    "outcome",
                    candidate.path("outcome").asString("refused"),
                    "gain",
                    candidate.path("gain").asDouble(0)));
            if (candidate.path("gain").asDouble(0) > gain) {
                gain = candidate.path("gain").asDouble();
                best = candidate.path("candidate").asString();
            }
        }
        var decided = call("submit", Map.of("run", run, "candidate", best));
        while (decided.path("status").asString().equals("running")) {
            waited(call("wait", Map.of("run", run)));
            decided = call("submit", Map.of("run", run, "candidate", best));
        }
        var end = waited(call("finish_run", Map.of("run", run)));
        while (end.path("summary").isNull() || end.path("summary").isMissingNode()) {
            end = waited(call("finish_run", Map.of("run", run)));
        }
        call("lineage", Map.of("run", run));
        call("diff", Map.of("run", run));
        return Map.of(
                "evaluations",
                evaluations,
                "decision",
                decided.path("decision"),
                "summary",
                end.path("summary"),
                "calls",
                log);
    }

    /** Rungs that a competent engineer tries, two mistakes among them. */
    private static List<Map<String, Object>> ladder() {
        return List.of(
                Map.of("parameters", Map.of("VECTOR", 8), "rationale", "vector loads of B"),
                Map.of("parameters", Map.of("VECTOR", 7), "rationale", "a value the task does not know"),
                Map.of(
                        "edits",
                        List.of(Map.of(
                                "path",
                                "kernel/sgemm.cl",
                                "search",
                                "float sum = 0.0f;\n  UNROLLED",
                                "replace",
                                "flot sum = 0;\n  UNROLLED")),
                        "rationale",
                        "a typing mistake"),
                Map.of("parameters", Map.of("VECTOR", 8, "TILE_M", 4), "rationale", "reuse each vector for four rows"),
                Map.of(
                        "parameters",
                        Map.of("VECTOR", 16, "TILE_M", 8, "TILE_N", 2),
                        "rationale",
                        "a register tile of 8 rows by two vectors"),
                Map.of(
                        "parameters",
                        Map.of("VECTOR", 16, "TILE_M", 12, "TILE_N", 2, "STEPS_M", 8, "BLOCK_K", 256, "PACK_B", 1),
                        "rationale",
                        "pack B so that the tile reads contiguous memory"));
    }

    private JsonNode waited(JsonNode view) {
        var now = view;
        while (List.of("starting", "evaluating", "confirming", "closing")
                .contains(now.path("status").asString())) {
            now = call("wait", Map.of("run", now.path("run").asString()));
        }
        return now;
    }

    private JsonNode call(String tool, Map<String, Object> arguments) {
        long start = System.nanoTime();
        var waiting = new HashMap<>(arguments);
        if (List.of("open_run", "evaluate", "submit", "wait", "finish_run").contains(tool)) {
            waiting.put("wait_seconds", PATIENCE);
        }
        var result = client.callTool(CallToolRequest.builder(tool)
                .arguments(waiting)
                .progressToken(tool + log.size())
                .build());
        var text = ((TextContent) result.content().getFirst()).text();
        var outcome = Boolean.TRUE.equals(result.isError())
                ? "refused: " + text.lines().findFirst().orElse("")
                : "answered";
        log.add("%s %s, %.1f s".formatted(tool, outcome, (System.nanoTime() - start) / 1e9));
        System.err.println(log.getLast());
        return JSON.valueToTree(result.structuredContent() == null ? Map.of() : result.structuredContent());
    }
}
