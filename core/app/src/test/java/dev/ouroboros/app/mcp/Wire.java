package dev.ouroboros.app.mcp;

import dev.ouroboros.app.Json;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;

/** A client that knows the protocol and nothing else, byte by byte; the server runs in this process. */
final class Wire implements Closeable {
    private static final String END = "end";

    private final OutputStream toServer;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread server;
    private int ids;

    /** Everything the server ever wrote. */
    final List<String> transcript = new CopyOnWriteArrayList<>();

    /** What a call came to. */
    record Answer(boolean error, String text, JsonNode json, List<JsonNode> progress) {}

    Wire(House house) throws IOException {
        var there = Pipe.open();
        toServer = Channels.newOutputStream(there.sink());
        server = Thread.ofPlatform().start(() -> serve(house, Channels.newInputStream(there.source()), new Sink()));
    }

    private static void serve(House house, InputStream in, OutputStream out) {
        try (out) {
            new AgentServer(house).serve(in, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what the server writes, line by line; no channel, which an interrupted writer would close. */
    private final class Sink extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int next) {
            if (next == '\n') {
                var text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                transcript.add(text);
                lines.add(text);
            } else {
                line.write(next);
            }
        }

        @Override
        public void close() {
            lines.add(END);
        }
    }

    /** Sends a line as it is. */
    void raw(String line) throws IOException {
        toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    /** Returns the next message, whatever it is. */
    JsonNode next() throws InterruptedException {
        var line = lines.take();
        if (line.equals(END)) {
            throw new IllegalStateException("the server has ended: " + transcript);
        }
        return Json.mapper().readTree(line);
    }

    /** Sends a request and returns its id. */
    int send(String method, Map<String, Object> parameters) throws IOException {
        int id = ++ids;
        raw(Json.mapper()
                .writeValueAsString(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters)));
        return id;
    }

    void notify(String method, Map<String, Object> parameters) throws IOException {
        raw(Json.mapper().writeValueAsString(Map.of("jsonrpc", "2.0", "method", method, "params", parameters)));
    }

    /** Sends a request and returns the answer to it. */
    JsonNode ask(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        int id = send(method, parameters);
        var answer = next();
        while (answer.path("id").asInt(-1) != id) {
            answer = next();
        }
        return answer;
    }

    /** Makes server and client known to each other. */
    Wire hello() throws IOException, InterruptedException {
        var about = Map.<String, Object>of("name", "test", "version", "1");
        ask("initialize", Map.of("protocolVersion", "2025-06-18", "capabilities", Map.of(), "clientInfo", about));
        notify("notifications/initialized", Map.of());
        return this;
    }

    /** Begins a call of a tool that reports progress, and returns its id. */
    int begin(String tool, Object... arguments) throws IOException {
        return send(
                "tools/call",
                Map.of(
                        "name",
                        tool,
                        "arguments",
                        map(arguments),
                        "_meta",
                        Map.of("progressToken", "token-" + (ids + 1))));
    }

    /** Calls a tool with names and values in turn. */
    Answer call(String tool, Object... arguments) throws IOException, InterruptedException {
        int id = begin(tool, arguments);
        var progress = new java.util.ArrayList<JsonNode>();
        var answer = next();
        while (answer.path("id").asInt(-1) != id) {
            if (answer.path("method").asString("").equals("notifications/progress")) {
                progress.add(answer.path("params"));
            }
            answer = next();
        }
        if (answer.has("error")) {
            throw new IllegalStateException("the protocol failed: " + answer);
        }
        var result = answer.path("result");
        return new Answer(
                result.path("isError").asBoolean(),
                result.path("content").path(0).path("text").asString(),
                result.path("structuredContent"),
                progress);
    }

    /** Ends the input and waits until the server has ended. */
    @Override
    public void close() throws IOException {
        toServer.close();
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> map(Object... arguments) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < arguments.length; i += 2) {
            map.put((String) arguments[i], arguments[i + 1]);
        }
        return map;
    }
}
