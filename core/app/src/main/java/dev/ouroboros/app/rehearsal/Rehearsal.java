package dev.ouroboros.app.rehearsal;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.config.ModelSpec.Price;
import dev.ouroboros.agent.config.Provider;
import dev.ouroboros.agent.model.Models;
import dev.ouroboros.agent.novelty.MiniLm;
import dev.ouroboros.agent.propose.LlmProposer;
import dev.ouroboros.app.cli.OuroborosCommand;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Does once, with nothing at stake, what a run does: the help, a search, and proposals of a language model, played by a
 * server on this machine. The virtual machine keeps what it loaded and learned meanwhile, and whatever is started
 * afterwards begins with it.
 */
public final class Rehearsal {
    private static final int SEARCHED = 30;
    private static final int PROPOSED = 300;
    private static final int LINES = 20;

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments a folder to write to, empty
     * @throws ConfigException never: its configuration is right
     */
    public static void main(String[] arguments)
            throws IOException, TaskException, ConfigException, InterruptedException {
        OuroborosCommand.execute(new String[] {"--help"});
        var folder = Path.of(arguments[0]);
        run(folder.resolve("search"), SEARCHED, SearchProposer::of);
        try (var server = CannedModel.start(Rehearsal::answer)) {
            var caps = new Caps(PROPOSED, Long.MAX_VALUE, 1, Duration.ofMinutes(5));
            var spec = spec(server.url());
            var config = new AgentConfig(
                    "rehearsal",
                    List.of(spec),
                    caps,
                    AgentConfig.STANDARD_SIMILARITY,
                    AgentConfig.STANDARD_PROMPT_TOKENS,
                    null);
            var model = Models.open(spec, Map.of());
            run(
                    folder.resolve("model"),
                    PROPOSED,
                    task -> new LlmProposer(task, config, List.of(model), new MiniLm(), Thread::sleep));
        }
    }

    private static void run(Path folder, int evaluations, Function<Task, Proposer> proposer)
            throws IOException, TaskException, InterruptedException {
        try (var archive = Archive.open(folder.resolve("archive"))) {
            EmptyLoop.run(archive, folder.resolve("task"), evaluations, proposer, _ -> {});
        }
    }

    private static ModelSpec spec(String url) {
        return new ModelSpec(
                "rehearsal",
                Provider.OPENAI,
                url,
                "rehearsal",
                "",
                new Price(0, 0),
                64_000,
                4000,
                List.of(0.5),
                List.of(ModelSpec.DEFAULT_EFFORT),
                List.of(1),
                Duration.ofSeconds(60),
                false,
                null);
    }

    /** A whole file; one in ten has two lines of the one before exchanged, so that novelty is asked about, too. */
    private static String answer(int number) {
        int idea = number % 10 == 9 ? number - 1 : number;
        var lines = new ArrayList<String>();
        for (int line = 0; line < LINES; line++) {
            lines.add("for (int i = " + (line == idea % LINES ? idea : 0) + "; i < n; i++) c[i] = a[i] * " + line
                    + " + b[i];");
        }
        if (idea != number) {
            Collections.swap(lines, idea % LINES, (idea + 1) % LINES);
        }
        return "A change.\n\nFILE part/file.txt\n```\n" + String.join("\n", lines) + "\n```\n";
    }
}
