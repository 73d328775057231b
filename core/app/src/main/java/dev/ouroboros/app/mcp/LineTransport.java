package dev.ouroboros.app.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * JSON-RPC, one message a line. Unlike the library's own transport it answers a message that it cannot read and goes on,
 * cancels calls, and answers what was asked before the input ended.
 */
final class LineTransport implements McpServerTransportProvider {
    private static final String CANCELLED = "notifications/cancelled";
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"me\",\"version\":\"1\"}}}";

    private final McpJsonMapper json;
    private final Lines in;
    private final OutputStream out;
    private final Function<JSONRPCRequest, @Nullable String> complaint;
    private final Calls calls = new Calls();
    private @Nullable McpServerSession session;
    private boolean greeted;
    private boolean initialized;
    private volatile boolean broken;

    /** @param complaint what is wrong with a request before anybody handles it; null if nothing */
    LineTransport(
            McpJsonMapper json,
            InputStream in,
            OutputStream out,
            Function<JSONRPCRequest, @Nullable String> complaint) {
        this.json = json;
        this.in = new Lines(in);
        this.out = out;
        this.complaint = complaint;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new Outgoing());
    }

    /** Reads until the input ends, then waits for the answers to what was asked; returns at once if nobody reads them. */
    void serve() {
        try {
            for (var line = in.next(); line != null && !broken; line = in.next()) {
                read(line.text());
            }
            if (!broken) {
                calls.join();
            }
        } catch (IOException gone) {
            // The client's end of the pipe broke: as if it had ended.
            broken = true;
        }
    }

    /** Cancels what is under way; it is not answered. */
    void cancelAll() {
        calls.cancelAll();
    }

    private void read(@Nullable String line) {
        if (line == null) {
            complain(
                    ErrorCodes.INVALID_REQUEST,
                    "a message has more than " + Lines.LONGEST
                            + " characters; send less at once, for example edits in place of whole files");
        } else if (!line.isBlank()) {
            try {
                handle(McpSchema.deserializeJsonRpcMessage(json, line));
            } catch (IOException | IllegalArgumentException | JacksonException e) {
                complain(
                        ErrorCodes.PARSE_ERROR,
                        "not a JSON-RPC 2.0 message; expected one JSON object a line, such as"
                                + " {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            }
        }
    }

    private void handle(JSONRPCMessage message) {
        switch (message) {
            case JSONRPCNotification note when note.method().equals(CANCELLED) -> cancel(note.params());
            case JSONRPCNotification note -> {
                initialized |= note.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
                pass(note);
            }
            case JSONRPCRequest request -> request(request);
            default -> pass(message);
        }
    }

    private void request(JSONRPCRequest request) {
        var wrong = complaint.apply(request);
        if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            greeted = true;
            pass(request);
        } else if (!greeted) {
            refuse(request, ErrorCodes.INVALID_REQUEST, "the first request must be initialize, such as " + INITIALIZE);
        } else if (wrong != null) {
            refuse(request, ErrorCodes.INVALID_PARAMS, wrong);
        } else {
            if (!initialized) {
                // The library would wait for this forever, and a client that forgets it means no harm.
                initialized = true;
                pass(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED));
            }
            if (!calls.start(request.id(), () -> pass(request))) {
                refuse(request, ErrorCodes.INVALID_REQUEST, "another request with this id waits for its answer");
            }
        }
    }

    private void refuse(JSONRPCRequest request, int code, String message) {
        write(JSONRPCResponse.error(request.id(), new JSONRPCError(code, message)));
    }

    private void pass(JSONRPCMessage message) {
        if (session == null) {
            throw new IllegalStateException("no server was built on this transport");
        }
        session.handle(message).block();
    }

    private void cancel(@Nullable Object parameters) {
        var id = parameters instanceof Map<?, ?> map ? map.get("requestId") : null;
        if (id != null) {
            calls.cancel(id);
        }
    }

    /** Writes an answer to what has no id, which the library's type does not allow. */
    private void complain(int code, String message) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        answer.put("id", null);
        answer.put("error", Map.of("code", code, "message", message));
        write(answer);
    }

    private void write(Object message) {
        try {
            var line = json.writeValueAsString(message) + "\n";
            synchronized (out) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            // Nobody reads any more: what they asked for has no purpose.
            broken = true;
            calls.cancelAll();
        }
    }

    @Override
    public Mono<Void> notifyClients(String method, Object parameters) {
        return session == null ? Mono.empty() : session.sendNotification(method, parameters);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return session == null ? Mono.empty() : session.closeGracefully();
    }

    /** The way back; a call that was cancelled gets no answer. */
    private final class Outgoing implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                if (!(message instanceof JSONRPCResponse answer && calls.cancelled(answer.id()))) {
                    write(message);
                }
            });
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
