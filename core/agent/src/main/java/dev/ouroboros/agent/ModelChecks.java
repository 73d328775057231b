package dev.ouroboros.agent;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.ModelFailure;
import dev.ouroboros.agent.model.Models;
import dev.ouroboros.agent.model.Question;
import dev.ouroboros.agent.model.Turn;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code doctor} says of models: each is really asked something tiny. */
public final class ModelChecks {
    private static final int FEW_TOKENS = 16;

    private ModelChecks() {}

    /** Returns one check for each model. */
    public static List<DoctorCheck> of(AgentConfig config, Map<String, String> environment) {
        return config.models().stream()
                .map(spec -> (DoctorCheck) () -> find(config, spec, environment))
                .toList();
    }

    private static Finding find(AgentConfig config, ModelSpec spec, Map<String, String> environment)
            throws InterruptedException {
        var what = "model " + spec.name();
        var question = new Question(
                List.of(new Turn(Turn.Role.SYSTEM, "You answer in one word."), new Turn(Turn.Role.USER, "Say yes.")),
                List.of(),
                spec.temperatures().getFirst(),
                ModelSpec.DEFAULT_EFFORT,
                FEW_TOKENS);
        long began = System.nanoTime();
        try (var model = Models.open(spec, environment)) {
            model.ask(question);
            var seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
            return Finding.works(
                    what, "answers in " + seconds + " (" + spec.provider().label() + ")");
        } catch (ConfigException e) {
            return missing(config, what, String.valueOf(e.getMessage()));
        } catch (ModelFailure e) {
            return missing(config, what, "does not answer: " + e.getMessage());
        }
    }

    private static Finding missing(AgentConfig config, String what, String detail) {
        return new Finding(what, false, detail, "--proposer llm and mixed with this model", "mend " + config.source());
    }
}
