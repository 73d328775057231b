package dev.ouroboros.agent.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ouroboros.agent.server.Dialect.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server on this machine that speaks as OpenAI, Anthropic and Gemini do, by the path it is asked at (streamed only as
 * OpenAI), and says what its script tells it, whatever goes wrong included. Closing it ends all connections.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Asked, Reply> script;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScriptedServer(Function<Asked, Reply> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts a server that decides on each request. */
    public static ScriptedServer of(Function<Asked, Reply> script) {
        return new ScriptedServer(script);
    }

    /** Starts a server that gives these replies in their order, and the last one again from then on. */
    public static ScriptedServer saying(Reply... replies) {
        return new ScriptedServer(asked -> replies[Math.min(asked.number(), replies.length - 1)]);
    }

    /** Returns its base URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Returns all requests so far. */
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request;
            synchronized (asked) {
                request = asked(asked.size(), exchange, body);
                asked.add(request);
            }
            var reply = script.apply(request);
            reply(exchange, request, reply);
        }
    }

    private static Asked asked(int number, HttpExchange exchange, String body) {
        var json = JSON.readTree(body);
        var path = exchange.getRequestURI().getPath();
        var dialect = Dialect.at(path);
        return new Asked(
                number,
                path,
                dialect.key(exchange.getRequestHeaders()),
                body,
                dialect.messages(json),
                json.path("stream").asBoolean(false));
    }

    private void reply(HttpExchange exchange, Asked request, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Text(var text, var in, var out) ->
                whole(exchange, body(request, "", text, new Usage(in, 0, out)), request);
            case Reply.Thoughtful(var thought, var text, var in, var thoughts, var out) ->
                whole(exchange, body(request, thought, text, new Usage(in, thoughts, out)), request);
            case Reply.NoUsage(var text) -> whole(exchange, body(request, "", text, null), request);
            case Reply.Status(var code, var headers, var body) -> {
                headers.forEach(exchange.getResponseHeaders()::add);
                send(exchange, code, body);
            }
            case Reply.BrokenJson _ -> send(exchange, 200, "{\"choices\": [{\"message\": oops");
            case Reply.Cut(var text) -> partly(exchange, request, text);
            case Reply.Stalled(var text) -> {
                partly(exchange, request, text);
                awaitClose();
            }
        }
    }

    private void awaitClose() {
        try {
            closed.await(1, TimeUnit.HOURS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void whole(HttpExchange exchange, String body, Asked request) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", request.stream() ? "text/event-stream" : "application/json");
        send(exchange, 200, body);
    }

    private static void send(HttpExchange exchange, int code, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Promises more than it sends. */
    private static void partly(HttpExchange exchange, Asked request, String text) throws IOException {
        var body = request.stream() ? event(text) : body(request, "", text, null);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", request.stream() ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(200, bytes.length + 1000L);
        exchange.getResponseBody().write(bytes, 0, request.stream() ? bytes.length : bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private static String body(Asked request, String thought, String text, @Nullable Usage usage) {
        return request.stream()
                ? stream(text, usage)
                : Dialect.at(request.path()).answer(thought, text, usage);
    }

    private static String stream(String text, @Nullable Usage usage) {
        int middle = text.length() / 2;
        return event(text.substring(0, middle)) + event(text.substring(middle))
                + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},"
                + "\"finish_reason\":\"stop\"}]}\n\n"
                + (usage == null
                        ? ""
                        : "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":"
                                + Dialect.OPENAI.usage(usage) + "}\n\n")
                + "data: [DONE]\n\n";
    }

    private static String event(String text) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":[{\"index\":0,"
                + "\"delta\":{\"role\":\"assistant\",\"content\":" + Dialect.quoted(text)
                + "},\"finish_reason\":null}]}\n\n";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
