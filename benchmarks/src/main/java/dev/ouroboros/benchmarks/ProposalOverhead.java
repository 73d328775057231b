package dev.ouroboros.benchmarks;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.model.Models;
import dev.ouroboros.agent.novelty.Embedder;
import dev.ouroboros.agent.novelty.MiniLm;
import dev.ouroboros.agent.propose.LlmProposer;
import dev.ouroboros.agent.server.Asked;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the language-model proposer itself costs: {@code ProposalOverhead [PROPOSALS]}, 1,000. A server on this machine
 * answers at once with a whole file of 20 lines; evaluations pass at once. One answer in ten is an earlier one with two
 * lines exchanged, so that embeddings are asked for. The time to wait for the server, HTTP included, is told apart.
 */
public final class ProposalOverhead {
    private static final int PROPOSALS = 1_000;
    private static final int WARM_UP = 50;
    private static final int LINES = 20;

    private ProposalOverhead() {}

    public static void main(String[] arguments)
            throws IOException, TaskException, ConfigException, InterruptedException {
        int proposals = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PROPOSALS;
        var folder = Files.createTempDirectory("proposal-overhead");
        try (var server = ScriptedServer.of(ProposalOverhead::answer);
                var archive = Archive.open(folder.resolve("archive"))) {
            var caps = new Caps(WARM_UP + proposals, Long.MAX_VALUE, 1e9, Duration.ofHours(9));
            var config = Specs.config(caps, Specs.model("scripted", server.url()));
            var timed = new Waiting(config);
            EmptyLoop.run(archive, folder.resolve("task"), WARM_UP + proposals, timed, stamped -> {
                if (stamped.event() instanceof Exchanged exchanged) {
                    timed.waited(exchanged.usage().seconds());
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "%,d proposals: %.2f ms each of our own (at most 5 wanted), and %.2f ms waiting for the server;"
                            + " %d texts were embedded in %.2f ms each%n",
                    timed.counted,
                    timed.own() * 1e3,
                    timed.waited / timed.counted * 1e3,
                    timed.embedder.texts,
                    timed.embedder.texts == 0 ? 0 : timed.embedder.nanos / 1e6 / timed.embedder.texts);
        }
    }

    private static Reply answer(Asked asked) {
        int idea = asked.number() % 10 == 9 ? asked.number() - 1 : asked.number();
        var lines = new ArrayList<String>();
        for (int line = 0; line < LINES; line++) {
            lines.add("for (int i = " + (line == idea % LINES ? idea : 0) + "; i < n; i++) c[i] = a[i] * " + line
                    + " + b[i];");
        }
        if (idea != asked.number()) {
            Collections.swap(lines, 3, 4);
        }
        return Reply.text("Another beginning.\n\nFILE part/file.txt\n```\n" + String.join("\n", lines) + "\n```\n");
    }

    /** The proposer, made when its task is known, and its time without what it waited. */
    private static final class Waiting implements Proposer {
        private final AgentConfig config;
        private final CountingEmbedder embedder = new CountingEmbedder();
        private @Nullable LlmProposer proposer;
        private long nanos;
        private double waited;
        private int made;
        private int counted;

        Waiting(AgentConfig config) {
            this.config = config;
        }

        @Override
        public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
                throws InterruptedException {
            if (proposer == null) {
                proposer = open(context);
            }
            long start = System.nanoTime();
            var proposals = proposer.propose(context, count, random);
            if (made >= WARM_UP) {
                nanos += System.nanoTime() - start;
                counted += proposals.size();
            }
            made += proposals.size();
            return proposals;
        }

        private LlmProposer open(ProposerContext context) {
            try {
                var model = Models.open(config.models().getFirst(), Map.of());
                return new LlmProposer(context.task(), config, List.of(model), embedder, Thread::sleep);
            } catch (ConfigException e) {
                throw new IllegalStateException(e);
            }
        }

        void waited(double seconds) {
            if (made >= WARM_UP) {
                waited += seconds;
            }
        }

        double own() {
            return (nanos / 1e9 - waited) / counted;
        }
    }

    private static final class CountingEmbedder implements Embedder {
        private final MiniLm model = new MiniLm();
        private int texts;
        private long nanos;

        @Override
        public float[] embed(String text) {
            long start = System.nanoTime();
            var vector = model.embed(text);
            nanos += System.nanoTime() - start;
            texts++;
            return vector;
        }
    }
}
