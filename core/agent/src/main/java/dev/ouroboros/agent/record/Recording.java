package dev.ouroboros.agent.record;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.config.ModelSpec.Price;
import dev.ouroboros.agent.config.Provider;
import dev.ouroboros.agent.model.Answer;
import dev.ouroboros.agent.model.LanguageModel;
import dev.ouroboros.agent.model.ModelFailure;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import dev.ouroboros.agent.model.Question;
import dev.ouroboros.engine.archive.BlobStore;
import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The answers that a run got, to repeat it without a model and without paying. The same question gets the answer it got
 * then; another question, for measurements differ a little, gets the next answer not given yet. Costs are those of then.
 */
public final class Recording {
    private static final Pattern SAMPLES = Pattern.compile(".*n(\\d+)$");
    private static final String PREFIX = "llm/";

    private final String run;
    private final BlobStore blobs;
    private final Map<String, List<Exchanged>> byModel = new LinkedHashMap<>();

    /**
     * @param run its name, for messages
     * @param exchanges of that run, in order
     * @param blobs where their texts are
     */
    public Recording(String run, List<Exchanged> exchanges, BlobStore blobs) {
        this.run = run;
        this.blobs = blobs;
        for (var exchange : exchanges) {
            if (exchange.failure() == null && exchange.proposer().startsWith(PREFIX)) {
                byModel.computeIfAbsent(exchange.proposer().substring(PREFIX.length()), _ -> new ArrayList<>())
                        .add(exchange);
            }
        }
    }

    /** Returns a configuration with each model, asked in the way it was asked then, and no caps. */
    public AgentConfig config() {
        var models = byModel.entrySet().stream()
                .map(entry -> spec(entry.getKey(), entry.getValue().getFirst()))
                .toList();
        return new AgentConfig(
                "run " + run,
                models,
                new Caps(Integer.MAX_VALUE, Long.MAX_VALUE, Double.MAX_VALUE, Duration.ofDays(3650)),
                AgentConfig.STANDARD_SIMILARITY,
                AgentConfig.STANDARD_PROMPT_TOKENS,
                null);
    }

    /** Returns the models of {@link #config}, in its order. */
    public List<LanguageModel> models() {
        return byModel.values().stream()
                .map(exchanges -> (LanguageModel) new Recorded(exchanges))
                .toList();
    }

    private static ModelSpec spec(String name, Exchanged first) {
        var samples = SAMPLES.matcher(name);
        var settings = first.settings();
        return new ModelSpec(
                name,
                Provider.OPENAI,
                "",
                settings.getOrDefault("model", name),
                "",
                new Price(0, 0),
                1 << 20,
                8192,
                List.of(Double.parseDouble(settings.getOrDefault("temperature", "0"))),
                List.of(settings.getOrDefault("effort", ModelSpec.DEFAULT_EFFORT)),
                List.of(samples.matches() ? Integer.parseInt(samples.group(1)) : 1),
                Duration.ofMinutes(1),
                false,
                null);
    }

    private final class Recorded implements LanguageModel {
        private final List<Exchanged> left;

        Recorded(List<Exchanged> exchanges) {
            this.left = new ArrayList<>(exchanges);
        }

        @Override
        public Answer ask(Question question) throws ModelFailure {
            if (left.isEmpty()) {
                throw new ModelFailure(Kind.REFUSED, "the record of run " + run + " has no more answers", null, 0);
            }
            var digest = Digest.of(question.text());
            int same = 0;
            while (same < left.size() && !left.get(same).request().equals(digest)) {
                same++;
            }
            var exchange = left.remove(same < left.size() ? same : 0);
            var text = exchange.answer().isEmpty()
                    ? ""
                    : blobs.get(exchange.answer()).text();
            return new Answer(text, null, null, exchange.usage());
        }
    }
}
