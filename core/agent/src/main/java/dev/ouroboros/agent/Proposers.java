package dev.ouroboros.agent;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.model.LanguageModel;
import dev.ouroboros.agent.model.Models;
import dev.ouroboros.agent.novelty.MiniLm;
import dev.ouroboros.agent.propose.LlmProposer;
import dev.ouroboros.agent.propose.MixedProposer;
import dev.ouroboros.agent.propose.WithFallback;
import dev.ouroboros.agent.record.Recording;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Opened models, from which proposers are made. Closing it closes them. */
public final class Proposers implements AutoCloseable {
    private final AgentConfig config;
    private final List<LanguageModel> models;
    private final boolean recorded;

    private Proposers(AgentConfig config, List<LanguageModel> models, boolean recorded) {
        this.config = config;
        this.models = models;
        this.recorded = recorded;
    }

    /**
     * Opens the models of a configuration; nothing is sent yet.
     *
     * @throws ConfigException if a key or file is missing
     */
    public static Proposers open(AgentConfig config, Map<String, String> environment) throws ConfigException {
        var models = new ArrayList<LanguageModel>();
        for (var spec : config.models()) {
            models.add(Models.open(spec, environment));
        }
        return new Proposers(config, models, false);
    }

    /** Takes the answers that a run got in the place of models. */
    public static Proposers recorded(Recording recording) {
        return new Proposers(recording.config(), recording.models(), true);
    }

    /** Returns what makes the proposer of {@code --proposer llm}. */
    public Function<Task, Proposer> llm() {
        // A repeated run ends with its record, and does not go on with what the first one never did.
        return task -> recorded ? models(task) : new WithFallback(models(task), SearchProposer.of(task));
    }

    /** Returns what makes the proposer of {@code --proposer mixed}. */
    public Function<Task, Proposer> mixed() {
        return task -> new MixedProposer(models(task), SearchProposer.of(task));
    }

    private LlmProposer models(Task task) {
        return new LlmProposer(task, config, models, new MiniLm(), Thread::sleep);
    }

    @Override
    public void close() {
        models.forEach(LanguageModel::close);
    }
}
