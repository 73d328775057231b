package dev.ouroboros.agent.run;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.LanguageModel;
import dev.ouroboros.agent.model.Models;
import dev.ouroboros.agent.propose.LlmProposer;
import dev.ouroboros.agent.server.Specs;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.Runs;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Ticks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs of a small task of the engine's test layer, with models that a scripted server plays. */
final class Bench implements AutoCloseable {
    /** Proposals are sums of x; the fewer operations, the better. */
    static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x * 64"
            [[objectives]]
            metric = "operations"
            goal = "minimize"
            """;

    static final String KEY = "sk-very-secret";

    final Lab lab;
    final List<Duration> pauses = new ArrayList<>();

    Bench(Path folder) {
        lab = new Lab(folder);
    }

    /** Runs the task with {@code --proposer llm}, without a fallback. */
    RunState run(AgentConfig config, int evaluations) throws Exception {
        return run(task -> llm(task, config), evaluations);
    }

    RunState run(Function<Task, Proposer> proposer, int evaluations) throws TaskException, InterruptedException {
        var path = lab.task(TASK + "[budget]\nevaluations = " + evaluations + "\ntime = \"9h\"\n", seed());
        return runs(proposer).start(runs(proposer).task(path), Lab.options(1, 1));
    }

    Runs runs(Function<Task, Proposer> proposer) {
        var plain = lab.assembly((context, count, random) -> List.of());
        var assembly = new Assembly(plain.layers(), proposer, "llm", false, plain.tools(), plain.exclusion());
        return new Runs(lab.archive(), assembly, new Ticks(Duration.ofMillis(1)), List.of());
    }

    LlmProposer llm(Task task, AgentConfig config) {
        var models = config.models().stream().map(Bench::open).toList();
        return new LlmProposer(
                task,
                config,
                models,
                texts -> texts.stream().map(_ -> new float[] {1, 0}).toList(),
                pauses::add);
    }

    private static LanguageModel open(ModelSpec spec) {
        try {
            return Models.open(spec, Map.of(Specs.KEY_VARIABLE, KEY));
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a sum of 64 x. */
    static String seed() {
        return terms(64, 0);
    }

    /** Returns 64 x as a sum of {@code products} products and so many zeros. */
    static String terms(int products, int zeros) {
        var text = new StringBuilder();
        for (int i = 0; i < products; i++) {
            text.append(i == 0 ? "" : " + ").append("x * ").append(64 / products + (i < 64 % products ? 1 : 0));
        }
        return text + " + 0".repeat(zeros);
    }

    /** Returns an answer that gives the whole file. */
    static String whole(String why, String text) {
        return why + "\n\nFILE a/a.txt\n```\n" + text + "\n```\n";
    }

    @Override
    public void close() {
        lab.close();
    }
}
