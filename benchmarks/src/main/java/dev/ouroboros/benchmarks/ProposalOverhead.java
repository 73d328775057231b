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
import dev.ouroboros.app.rehearsal.EmptyLoop;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the language-model proposer itself costs: {@code ProposalOverhead [PROPOSALS]}, 1,000, after 50 to warm up. A
 * server on this machine answers with a whole file of 20 lines; evaluations pass at once. One answer in ten is an earlier
 * one with two lines exchanged, at the place where all differ, so that each needs two embeddings of its own.
 *
 * <p>Our own time is what proposing adds to the bare exchange: the wall time of {@code LlmProposer.propose}, less what
 * the same requests take, sent again right afterwards through a plain socket to a second server that plays the same.
 * Choosing the model and the parent, the prompt, the HTTP client, archiving the exchange, reading the answer, and the test
 * for novelty, embeddings included, are ours; reading the request, thinking and sending the answer are the server's. A call
 * that proposes several (those that were refused, and the one that was not) counts as so many, each with its equal share;
 * so the mean is the sum of all time over all proposals. On a busy machine, what others take of the processors is in it.
 * The model for embeddings is loaded while it warms up. The whole loop, told apart, is the wall time from the first call
 * to the end of the run, less both exchanges: proposing, evaluations that take no time, and the archive.
 */
public final class ProposalOverhead {
    private static final int PROPOSALS = 1_000;
    private static final int WARM_UP = 50;
    private static final int LINES = 20;
    private static final int COMPARED = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProposalOverhead() {}

    public static void main(String[] arguments)
            throws IOException, TaskException, ConfigException, InterruptedException {
        int proposals = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PROPOSALS;
        var folder = Files.createTempDirectory("proposal-overhead");
        try (var server = ScriptedServer.of(ProposalOverhead::answer);
                var twin = ScriptedServer.of(ProposalOverhead::answer);
                var bare = new BareExchange(twin.url());
                var archive = Archive.open(folder.resolve("archive"))) {
            var caps = new Caps(WARM_UP + proposals, Long.MAX_VALUE, 1e9, Duration.ofHours(9));
            var timed = new Timed(Specs.config(caps, Specs.model("scripted", server.url())), server, bare);
            EmptyLoop.run(archive, folder.resolve("task"), WARM_UP + proposals, timed::opened, _ -> {});
            timed.print(System.nanoTime());
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
            Collections.swap(lines, idea % LINES, (idea + 1) % LINES);
        }
        return Reply.text("Another beginning.\n\nFILE part/file.txt\n```\n" + String.join("\n", lines) + "\n```\n");
    }

    /** The proposer, made when its task is known, and its own time. */
    private static final class Timed implements Proposer {
        private final AgentConfig config;
        private final ScriptedServer server;
        private final BareExchange bare;
        private final TimedEmbedder embedder = new TimedEmbedder();
        private final List<Double> millis = new ArrayList<>();
        private @Nullable Proposer proposer;
        private int made;
        private long cpu;
        private long counting;
        private long exchanging;
        private int textsBefore;
        private long embeddingBefore;

        Timed(AgentConfig config, ScriptedServer server, BareExchange bare) {
            this.config = config;
            this.server = server;
            this.bare = bare;
        }

        @Override
        public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
                throws InterruptedException {
            if (made >= WARM_UP && millis.isEmpty()) {
                begin();
            }
            int askedBefore = server.asked().size();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            var proposals = Objects.requireNonNull(proposer).propose(context, count, random);
            long whole = System.nanoTime() - start;
            long cpuNow = THREADS.getCurrentThreadCpuTime();
            long again = askAgain(askedBefore);
            double own = (whole - again) / 1e6;
            if (made >= WARM_UP) {
                cpu += cpuNow - cpuBefore;
                exchanging += again;
                millis.addAll(Collections.nCopies(proposals.size(), own / proposals.size()));
            }
            made += proposals.size();
            return proposals;
        }

        private long askAgain(int from) {
            long nanos = 0;
            var asked = server.asked();
            for (var request : asked.subList(from, asked.size())) {
                try {
                    nanos += bare.ask(request.path(), request.body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return nanos;
        }

        private void begin() {
            counting = System.nanoTime();
            textsBefore = embedder.texts;
            embeddingBefore = embedder.nanos;
        }

        /** Returns this, with a proposer for the task. */
        Proposer opened(Task task) {
            try {
                var model = Models.open(config.models().getFirst(), Map.of());
                proposer = new LlmProposer(task, config, List.of(model), embedder, Thread::sleep);
                return this;
            } catch (ConfigException e) {
                throw new IllegalStateException(e);
            }
        }

        void print(long end) {
            int compared = Math.min(COMPARED, millis.size());
            int texts = embedder.texts - textsBefore;
            double exchanges = exchanging / 1e6;
            say(
                    "%,d proposals; our own time of each, embeddings included, without the exchange:"
                            + " mean %.2f ms (at most 5 wanted), median %.2f, p99 %.2f",
                    millis.size(), mean(millis), quantile(0.5), quantile(0.99));
            say(
                    "mean of the first %d: %.2f ms, of the last %d: %.2f ms",
                    compared,
                    mean(millis.subList(0, compared)),
                    compared,
                    mean(millis.subList(millis.size() - compared, millis.size())));
            say("of it processor time of the thread that proposes: %.2f ms", cpu / 1e6 / millis.size());
            double embedding = (embedder.nanos - embeddingBefore) / 1e6;
            say(
                    "of it embeddings: %.2f ms; %d texts, %.2f ms each",
                    embedding / millis.size(), texts, texts == 0 ? 0 : embedding / texts);
            say(
                    "the whole loop, archive included: %.2f ms; the bare exchange: %.2f ms",
                    ((end - counting) / 1e6 - 2 * exchanges) / millis.size(), exchanges / millis.size());
            var machine = ManagementFactory.getOperatingSystemMXBean();
            say("on %d processors at a load of %.1f", machine.getAvailableProcessors(), machine.getSystemLoadAverage());
        }

        private double quantile(double part) {
            var sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) Math.ceil(part * sorted.length) - 1];
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        private static void say(String format, Object... values) {
            System.out.printf(Locale.ROOT, format + "%n", values);
        }
    }

    private static final class TimedEmbedder implements Embedder {
        private final MiniLm model = new MiniLm();
        private int texts;
        private long nanos;

        @Override
        public List<float[]> embed(List<String> both) {
            long start = System.nanoTime();
            var vectors = model.embed(both);
            nanos += System.nanoTime() - start;
            texts += both.size();
            return vectors;
        }
    }
}
