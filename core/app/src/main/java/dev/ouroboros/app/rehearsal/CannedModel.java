package dev.ouroboros.app.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that answers each request as a language model would, but with what it is given to say. */
final class CannedModel implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final IntFunction<String> answers;
    private int asked;

    private CannedModel(HttpServer server, IntFunction<String> answers) {
        this.server = server;
        this.answers = answers;
    }

    /**
     * Starts it.
     *
     * @param answers by the number of the request
     * @throws IOException if no port can be had
     */
    static CannedModel start(IntFunction<String> answers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var model = new CannedModel(server, answers);
        server.createContext("/", model::handle);
        server.start();
        return model;
    }

    /** Returns its base URL, as of an OpenAI-compatible server. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var answer = JSON.createObjectNode();
            answer.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("role", "assistant")
                    .put("content", answers.apply(asked++));
            answer.putObject("usage")
                    .put("prompt_tokens", 100)
                    .put("completion_tokens", 10)
                    .put("total_tokens", 110);
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
