package dev.ouroboros.agent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.config.Provider;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each service is asked, and what comes of what it says. */
class ProvidersTest {
    private static final String KEY = "sk-very-secret";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void theWholeConversationIsAskedWhereAndAsTheServiceWantsIt(Provider provider) throws Exception {
        try (var server = ScriptedServer.saying(new Reply.Text("all is well", 12, 34))) {
            assertEquals(new Answer("all is well", 12, 34), ask(server, provider, ModelSpec.DEFAULT_EFFORT));
            var asked = server.asked().getFirst();
            assertEquals(path(provider), asked.path());
            assertEquals(List.of("you are terse", "one", "two", "three"), asked.messages());
            assertEquals(KEY, asked.key());
            assertFalse(asked.body().contains(KEY));
            var body = JsonMapper.shared().readTree(asked.body());
            assertEquals(4000, mostTokens(provider, body));
            assertEquals(0.5, temperature(provider, body));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void thoughtsCostAsMuchAsWordsAndAreNoPartOfTheAnswer(Provider provider) throws Exception {
        try (var server = ScriptedServer.saying(new Reply.Thoughtful("let me see", "all is well", 12, 100, 34))) {
            assertEquals(new Answer("all is well", 12, 134), ask(server, provider, "high"));
            var body = JsonMapper.shared().readTree(server.asked().getFirst().body());
            switch (provider) {
                case OPENAI ->
                    assertEquals("high", body.path("reasoning_effort").asString());
                case ANTHROPIC -> {
                    var budget = body.path("thinking").path("budget_tokens").asInt();
                    assertTrue(budget >= 1024 && budget < mostTokens(provider, body), body.toString());
                    assertEquals(1, temperature(provider, body));
                }
                case GEMINI ->
                    assertTrue(
                            body.path("generationConfig")
                                            .path("thinkingConfig")
                                            .path("thinkingBudget")
                                            .asInt()
                                    > 0,
                            body.toString());
                case GGUF -> throw new AssertionError(provider);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void anAnswerThatDoesNotSayWhatItCostIsBelieved(Provider provider) throws Exception {
        try (var server = ScriptedServer.saying(new Reply.NoUsage("all is well"))) {
            var answer = ask(server, provider, ModelSpec.DEFAULT_EFFORT);
            assertEquals("all is well", answer.text());
            assertNull(answer.inputTokens());
            assertNull(answer.outputTokens());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void aBusyServiceIsAskedOnceAndSaysHowLongToWait(Provider provider) {
        try (var server = ScriptedServer.saying(Reply.busy("7"))) {
            var failure = failure(server, provider);
            assertEquals(Kind.BUSY, failure.kind());
            assertEquals(Duration.ofSeconds(7), failure.retryAfter());
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void brokenJsonIsNoAnswer(Provider provider) {
        try (var server = ScriptedServer.saying(new Reply.BrokenJson())) {
            assertEquals(Kind.GARBLED, failure(server, provider).kind());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GGUF")
    void theKeyShowsInNoErrorWholeOrInPart(Provider provider) {
        for (int before : List.of(0, 290)) {
            var body = " ".repeat(before) + "x" + KEY;
            try (var server = ScriptedServer.saying(new Reply.Status(401, Map.of(), ".".repeat(before) + body))) {
                var failure = failure(server, provider);
                assertEquals(Kind.REFUSED, failure.kind());
                assertFalse(String.valueOf(failure.getMessage()).contains("sk-"), failure.getMessage());
            }
        }
    }

    private static String path(Provider provider) {
        return switch (provider) {
            case OPENAI -> "/v1/chat/completions";
            case ANTHROPIC -> "/v1/messages";
            case GEMINI -> "/v1/models/scripted:generateContent";
            case GGUF -> throw new AssertionError(provider);
        };
    }

    private static int mostTokens(Provider provider, JsonNode body) {
        return switch (provider) {
            case OPENAI ->
                body.path("max_tokens").asInt(body.path("max_completion_tokens").asInt(0));
            case ANTHROPIC -> body.path("max_tokens").asInt();
            case GEMINI -> body.path("generationConfig").path("maxOutputTokens").asInt();
            case GGUF -> throw new AssertionError(provider);
        };
    }

    private static double temperature(Provider provider, JsonNode body) {
        return (provider == Provider.GEMINI ? body.path("generationConfig") : body)
                .path("temperature")
                .asDouble();
    }

    private static ModelFailure failure(ScriptedServer server, Provider provider) {
        return assertThrows(ModelFailure.class, () -> ask(server, provider, ModelSpec.DEFAULT_EFFORT));
    }

    private static Answer ask(ScriptedServer server, Provider provider, String effort)
            throws ConfigException, ModelFailure, InterruptedException {
        var spec = Specs.by(provider, Specs.model("scripted", server.url()));
        var question = new Question(
                List.of(
                        new Turn(Turn.Role.SYSTEM, "you are terse"),
                        new Turn(Turn.Role.USER, "one"),
                        new Turn(Turn.Role.MODEL, "two"),
                        new Turn(Turn.Role.USER, "three")),
                List.of("a/a.txt"),
                0.5,
                effort,
                spec.maxOutputTokens());
        return Models.open(spec, Map.of(Specs.KEY_VARIABLE, KEY)).ask(question);
    }
}
