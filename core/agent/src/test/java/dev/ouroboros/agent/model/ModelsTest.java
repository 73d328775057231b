package dev.ouroboros.agent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of what a server says, whole and streamed. */
class ModelsTest {
    private static final String KEY = "sk-very-secret";
    private static final Question QUESTION = new Question(
            List.of(
                    new Turn(Turn.Role.SYSTEM, "you are terse"),
                    new Turn(Turn.Role.USER, "one"),
                    new Turn(Turn.Role.MODEL, "two"),
                    new Turn(Turn.Role.USER, "three")),
            List.of("a/a.txt"),
            0.5,
            ModelSpec.DEFAULT_EFFORT,
            77);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerComesWithWhatItCost(boolean stream) throws Exception {
        try (var server = ScriptedServer.saying(new Reply.Text("all is well", 12, 34))) {
            assertEquals(new Answer("all is well", 12, 34), ask(server, stream));
            var asked = server.asked().getFirst();
            assertEquals("/v1/chat/completions", asked.path());
            assertEquals(List.of("you are terse", "one", "two", "three"), asked.messages());
            assertEquals(KEY, asked.key());
            assertTrue(asked.body().contains("77"), asked.body());
            assertFalse(asked.body().contains(KEY));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatDoesNotSayWhatItCostIsBelieved(boolean stream) throws Exception {
        try (var server = ScriptedServer.saying(new Reply.NoUsage("all is well"))) {
            var answer = ask(server, stream);
            assertEquals("all is well", answer.text());
            assertNull(answer.inputTokens());
            assertNull(answer.outputTokens());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBusyServerSaysHowLongToWait(boolean stream) {
        try (var server = ScriptedServer.saying(Reply.busy("7"))) {
            var failure = failure(server, stream);
            assertEquals(Kind.BUSY, failure.kind());
            assertEquals(Duration.ofSeconds(7), failure.retryAfter());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongKeyIsNoUseToTryAgainAndIsNotRepeatedToAnybody(boolean stream) {
        try (var server = ScriptedServer.saying(new Reply.Status(401, Map.of(), "wrong key " + KEY))) {
            var failure = failure(server, stream);
            assertEquals(Kind.REFUSED, failure.kind());
            assertFalse(String.valueOf(failure.getMessage()).contains(KEY), failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatBreaksIsNoAnswer(boolean stream) {
        try (var server = ScriptedServer.saying(new Reply.Cut("half of it"))) {
            var failure = failure(server, stream);
            assertEquals(Kind.UNREACHABLE, failure.kind());
            assertEquals(stream ? 10 : 0, failure.received());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatNeverEndsIsGivenUp(boolean stream) {
        try (var server = ScriptedServer.saying(new Reply.Stalled("slowly"))) {
            var spec = Specs.within(spec(server, stream), Duration.ofMillis(700));
            var failure = assertThrows(ModelFailure.class, () -> open(spec).ask(QUESTION));
            assertEquals(Kind.TIMEOUT, failure.kind(), failure.getMessage());
        }
    }

    @Test
    void brokenJsonIsNoAnswer() {
        try (var server = ScriptedServer.saying(new Reply.BrokenJson())) {
            assertEquals(Kind.GARBLED, failure(server, false).kind());
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        String url;
        try (var server = ScriptedServer.saying(Reply.text("never asked"))) {
            url = server.url();
        }
        var failure = assertThrows(
                ModelFailure.class, () -> open(Specs.model("gone", url)).ask(QUESTION));
        assertEquals(Kind.UNREACHABLE, failure.kind());
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = ScriptedServer.of(request -> {
            asked.countDown();
            return new Reply.Stalled("slowly");
        })) {
            var ended = new AtomicReference<Throwable>();
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    ask(server, false);
                } catch (InterruptedException | ModelFailure | ConfigException e) {
                    ended.set(e);
                }
            });
            asked.await();
            thread.interrupt();
            thread.join();
            assertEquals(InterruptedException.class, ended.get().getClass());
        }
    }

    @Test
    void anOwnServiceWithoutItsKeyIsSaidSoBeforeAnythingIsSent() {
        var spec = Specs.model("own", "https://api.openai.com/v1");
        var failure = assertThrows(ConfigException.class, () -> Models.open(spec, Map.of()));
        assertTrue(String.valueOf(failure.getMessage()).contains(Specs.KEY_VARIABLE), failure.getMessage());
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        InstantSource clock = () -> Instant.parse("2026-01-01T00:00:00Z");
        assertEquals(Duration.ofSeconds(90), RetryAfter.of("90", clock));
        assertEquals(Duration.ofSeconds(30), RetryAfter.of("Thu, 01 Jan 2026 00:00:30 GMT", clock));
        assertEquals(Duration.ZERO, RetryAfter.of("Wed, 01 Jan 2025 00:00:30 GMT", clock));
        assertNull(RetryAfter.of("soon", clock));
        assertNull(RetryAfter.of(null, clock));
    }

    private static Answer ask(ScriptedServer server, boolean stream)
            throws ConfigException, ModelFailure, InterruptedException {
        return open(spec(server, stream)).ask(QUESTION);
    }

    private static ModelFailure failure(ScriptedServer server, boolean stream) {
        return assertThrows(ModelFailure.class, () -> ask(server, stream));
    }

    private static ModelSpec spec(ScriptedServer server, boolean stream) {
        var spec = Specs.model("scripted", server.url());
        return stream ? Specs.streamed(spec) : spec;
    }

    private static LanguageModel open(ModelSpec spec) throws ConfigException {
        return Models.open(spec, Map.of(Specs.KEY_VARIABLE, KEY));
    }
}
