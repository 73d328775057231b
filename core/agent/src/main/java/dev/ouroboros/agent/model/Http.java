package dev.ouroboros.agent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as langchain4j asks for it, with what its own client lacks: a time limit on the whole answer and not only on its
 * first byte, {@code Retry-After}, a limit on size, no redirects (they would carry the key elsewhere), and a prompt end
 * when interrupted.
 */
final class Http implements HttpClient, HttpClientBuilder {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 16 << 20;
    private static final int SHOWN = 300;

    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            // what it does on its own thread never blocks, and each thread more is a wait for its turn
            .executor(Runnable::run)
            .build();
    private final Duration timeout;
    private final String key;
    private final UnaryOperator<byte[]> mend;

    /** @param key that no message may show, whole or cut; empty if there is none */
    Http(Duration timeout, String key) {
        this(timeout, key, UnaryOperator.identity());
    }

    /** @param mend what is done to a whole answer before the library reads it */
    Http(Duration timeout, String key, UnaryOperator<byte[]> mend) {
        this.timeout = timeout;
        this.key = key;
        this.mend = mend;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var response = send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        if (response.statusCode() / 100 != 2) {
            throw refusal(response, text(response.body()));
        }
        return success(response).body(mend.apply(response.body())).build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var response = send(request, BodyHandlers.limiting(BodyHandlers.ofInputStream(), MOST_BYTES));
        try (var body = response.body()) {
            if (response.statusCode() / 100 != 2) {
                throw refusal(response, text(body.readNBytes(SHOWN * 4)));
            }
            var deadline = new Deadline(body);
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(deadline::pass);
            listener.onOpen(success(response).build());
            var watched = new Watched(listener, deadline);
            parser.parse(body, watched);
            deadline.done = true;
            watched.finish();
        } catch (IOException e) {
            throw new HttpFailure(ModelFailure.Kind.UNREACHABLE, "the connection broke: " + e.getMessage(), null);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body() == null ? "" : request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        var answer = client.sendAsync(builder.build(), handler);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            answer.cancel(true);
            throw new HttpFailure.Interrupted();
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw late();
        } catch (ExecutionException e) {
            throw new HttpFailure(ModelFailure.Kind.UNREACHABLE, "no answer: " + e.getCause(), null);
        }
    }

    private HttpFailure late() {
        return new HttpFailure(ModelFailure.Kind.TIMEOUT, "no whole answer within " + timeout.toSeconds() + " s", null);
    }

    private static SuccessfulHttpResponse.Builder success(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map());
    }

    private HttpFailure refusal(HttpResponse<?> response, String body) {
        int status = response.statusCode();
        var retryAfter =
                RetryAfter.of(response.headers().firstValue("Retry-After").orElse(null), InstantSource.system());
        var kind = status == 429 || status == 503 || status == 529
                ? ModelFailure.Kind.BUSY
                : status / 100 == 5 || status == 408 ? ModelFailure.Kind.UNREACHABLE : ModelFailure.Kind.REFUSED;
        return new HttpFailure(kind, "HTTP status " + status + (body.isBlank() ? "" : ": " + body), retryAfter);
    }

    private String text(byte[] body) {
        var text = Keys.without(key, new String(body, StandardCharsets.UTF_8).strip());
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** Closes a body that is read for too long. */
    private static final class Deadline {
        private final InputStream body;
        private volatile boolean done;
        private volatile boolean passed;

        Deadline(InputStream body) {
            this.body = body;
        }

        void pass() {
            if (done) {
                return;
            }
            passed = true;
            try {
                body.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** The parser tells the listener of a broken stream; what broke it is known only here. */
    private final class Watched implements ServerSentEventListener {
        private final ServerSentEventListener listener;
        private final Deadline deadline;
        private @Nullable Throwable failure;

        Watched(ServerSentEventListener listener, Deadline deadline) {
            this.listener = listener;
            this.deadline = deadline;
        }

        @Override
        public void onEvent(dev.langchain4j.http.client.sse.ServerSentEvent event) {
            listener.onEvent(event);
        }

        @Override
        public void onEvent(
                dev.langchain4j.http.client.sse.ServerSentEvent event,
                dev.langchain4j.http.client.sse.ServerSentEventContext context) {
            listener.onEvent(event, context);
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
        }

        void finish() {
            if (deadline.passed) {
                listener.onError(late());
            } else if (Thread.interrupted()) {
                listener.onError(new HttpFailure.Interrupted());
            } else if (failure != null) {
                listener.onError(new HttpFailure(
                        ModelFailure.Kind.UNREACHABLE, "the connection broke: " + failure.getMessage(), null));
            } else {
                listener.onClose();
            }
        }
    }

    @Override
    public Duration connectTimeout() {
        return CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
