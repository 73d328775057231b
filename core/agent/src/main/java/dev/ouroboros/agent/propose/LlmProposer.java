package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.answer.AnswerReader;
import dev.ouroboros.agent.answer.Reading;
import dev.ouroboros.agent.budget.Arms;
import dev.ouroboros.agent.budget.Meter;
import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.LanguageModel;
import dev.ouroboros.agent.model.Question;
import dev.ouroboros.agent.model.Turn;
import dev.ouroboros.agent.model.Turn.Role;
import dev.ouroboros.agent.novelty.Embedder;
import dev.ouroboros.agent.novelty.Novelty;
import dev.ouroboros.agent.prompt.PromptWriter;
import dev.ouroboros.agent.prompt.Templates;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.evaluation.Outcome.Rejected;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Refused;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks models for changes. What it may ask next is decided by the history alone; what it keeps is only what would cost
 * time to make again, which models do not answer, and what it has said already.
 */
public final class LlmProposer implements Proposer {
    private final AgentConfig config;
    private final List<Contender> contenders;
    private final List<String> editable;
    private final AnswerReader reader;
    private final PromptWriter prompts;
    private final Novelty novelty;
    private final Pause pause;
    private final Set<String> said = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private int learned;

    /**
     * @param models those of the configuration, opened, in its order
     * @param pause how to wait for a busy server
     */
    public LlmProposer(Task task, AgentConfig config, List<LanguageModel> models, Embedder embedder, Pause pause) {
        this.config = config;
        this.contenders = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            contenders.add(new Contender(models.get(i), Knobs.of(config.models().get(i))));
        }
        this.editable = task.editScope().paths().stream().sorted().toList();
        this.reader = new AnswerReader(task);
        this.prompts = new PromptWriter(Templates.read(config.prompts()));
        this.novelty = new Novelty(embedder, config.similarity());
        this.pause = pause;
    }

    /** Returns whether any model answers, as far as is known. */
    public boolean answers() {
        return contenders.stream().anyMatch(Contender::answers);
    }

    /** Returns whether a cap lets no more calls through. */
    public boolean spent(ProposerContext context) {
        return new Meter(config.caps(), context.spending()).reached() != null;
    }

    /** Returns the arm of a proposer's name: itself for ours. */
    List<String> arms() {
        return ways().keySet().stream().toList();
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
            throws InterruptedException {
        contenders.forEach(Contender::batchBegins);
        learn(context);
        var batch = new Batch(context, count, random);
        for (int tries = 0; tries < count && batch.wanted(); tries++) {
            batch.askOneModel();
        }
        return List.copyOf(batch.proposals);
    }

    /** Candidates of others count as known too, one for each text, for those that differ in parameters only are not near. */
    private void learn(ProposerContext context) {
        // The history only grows; the proposer of another run is another object.
        for (; learned < context.history().size(); learned++) {
            var observation = context.history().get(learned);
            if (sources.add(observation.sources() + observation.settings())) {
                if (!novelty.knows(observation.candidate())) {
                    novelty.add(context.load().apply(observation.candidate()));
                }
            }
        }
    }

    private Map<String, Way> ways() {
        var ways = new LinkedHashMap<String, Way>();
        for (var contender : contenders) {
            if (contender.answers()) {
                contender.knobs().forEach(knobs -> ways.put(knobs.proposer(), new Way(contender, knobs)));
            }
        }
        return ways;
    }

    private record Way(Contender contender, Knobs knobs) {}

    /** One batch under way. */
    private final class Batch {
        private final ProposerContext context;
        private final int count;
        private final RandomGenerator random;
        private final Meter meter;
        private final Caller caller;
        private final List<Proposal> proposals = new ArrayList<>();
        private final Set<String> proposed = new HashSet<>();
        private boolean standing;

        Batch(ProposerContext context, int count, RandomGenerator random) {
            this.context = context;
            this.count = count;
            this.random = random;
            this.meter = new Meter(config.caps(), context.spending());
            this.caller = new Caller(meter, context.notebook(), pause);
        }

        /** As soon as something can be evaluated, that comes first: the next question is better for it. */
        boolean wanted() {
            var reached = meter.reached();
            if (reached != null && said.add(reached)) {
                context.notebook().note("models are not asked any more: " + reached);
            }
            return !standing && proposals.size() < count && reached == null && answers();
        }

        void askOneModel() throws InterruptedException {
            var way = chosen(ways());
            var knobs = way.knobs();
            var choice = Parents.choose(context, random);
            var parent = context.load().apply(choice.parent().candidate());
            var prompt = prompts.write(upToNow(), choice.parent(), choice.stance(), room(knobs.spec()), random);
            var turns = List.of(new Turn(Role.SYSTEM, prompt.system()), new Turn(Role.USER, prompt.user()));
            for (int i = 0; i < knobs.samples() && proposals.size() < count && meter.reached() == null; i++) {
                sample(way, turns, choice.parent(), parent);
                if (!way.contender().answers()) {
                    return;
                }
            }
        }

        private Way chosen(Map<String, Way> ways) {
            var names = List.copyOf(ways.keySet());
            // a long history is not read where there is nothing to choose
            var arm = names.size() == 1
                    ? names.getFirst()
                    : Arms.of(context, UnaryOperator.identity()).choose(names, random);
            var way = ways.get(arm);
            if (way == null) {
                throw new IllegalStateException("no way to ask is named " + arm);
            }
            return way;
        }

        /** What this batch refused so far is told as well. */
        private ProposerContext upToNow() {
            var refusals = new ArrayList<>(context.refusals());
            for (var proposal : proposals) {
                if (proposal.refusal() != null) {
                    refusals.add(new Refused(
                            proposal,
                            proposal.refusal().reason(),
                            proposal.refusal().message()));
                }
            }
            return context.withRefusals(refusals);
        }

        private int room(ModelSpec spec) {
            return Math.min(config.promptTokens(), spec.contextTokens() - spec.maxOutputTokens());
        }

        private void sample(Way way, List<Turn> turns, Observation parent, Artifact artifact)
                throws InterruptedException {
            // What earlier calls cost that came to nothing is in the run's sum, but nobody's in particular.
            caller.takeCost();
            var answer = ask(way, "propose", turns);
            if (answer == null) {
                return;
            }
            var reading = reader.read(answer, artifact);
            if (reading instanceof Reading.Unusable unusable) {
                var more = new ArrayList<>(turns);
                more.add(new Turn(Role.MODEL, answer));
                more.add(new Turn(Role.USER, prompts.repair(unusable.error())));
                var mended = ask(way, "repair", more);
                reading = mended == null ? reading : reader.read(mended, artifact);
            }
            add(way.knobs(), parent, reading);
        }

        private @Nullable String ask(Way way, String purpose, List<Turn> turns) throws InterruptedException {
            var knobs = way.knobs();
            var question = new Question(
                    turns,
                    editable,
                    knobs.temperature(),
                    knobs.effort(),
                    knobs.spec().maxOutputTokens());
            return caller.ask(way.contender(), knobs, purpose, question);
        }

        private void add(Knobs knobs, Observation parent, Reading reading) {
            switch (reading) {
                case Reading.Unusable(var why, var patches, var error) ->
                    propose(knobs, parent, why, patches, new Rejected(Reason.BUILD, "unusable answer: " + error));
                case Reading.Change(var why, var patches, var artifact) -> {
                    var refusal = refusal(artifact);
                    standing |= refusal == null;
                    propose(knobs, parent, why, patches, refusal);
                }
            }
        }

        private @Nullable Rejected refusal(Artifact artifact) {
            if (context.seen().test(artifact.digest()) || !proposed.add(artifact.digest())) {
                return new Rejected(Reason.DUPLICATE, "was proposed before: " + artifact.digest());
            }
            var near = novelty.complaint(artifact);
            if (near != null) {
                return new Rejected(Reason.DUPLICATE, near);
            }
            novelty.add(artifact);
            return null;
        }

        private void propose(
                Knobs knobs, Observation parent, String why, List<Patch> patches, @Nullable Rejected refusal) {
            proposals.add(new Proposal(
                    List.of(parent.candidate()),
                    patches,
                    Credit.LLM,
                    knobs.proposer(),
                    why,
                    caller.takeCost(),
                    refusal));
        }
    }
}
