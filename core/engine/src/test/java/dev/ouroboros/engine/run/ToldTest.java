package dev.ouroboros.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Exchange;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Spending;
import dev.ouroboros.engine.testlayer.Lab;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proposer is told, and what is archived of what it does. */
class ToldTest {
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x + x + x + 0"
            [[objectives]]
            metric = "operations"
            goal = "minimize"
            """;

    @TempDir
    Path folder;

    private Lab lab;
    private final List<ProposerContext> contexts = new ArrayList<>();

    @BeforeEach
    void open() {
        lab = new Lab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void ofACandidateItIsToldWhoMadeItFromWhatWhyAndWhatTheStagesSaid() throws Exception {
        run("x + ?", "x + x", "x + x + x");
        var told = contexts.getLast().history();
        var broken = told.get(1);
        assertEquals(Reason.BUILD, broken.failure());
        assertEquals(List.of(told.getFirst().candidate()), broken.parents());
        var proposal = Objects.requireNonNull(broken.proposal());
        assertEquals("scripted", proposal.proposer());
        assertEquals("why not", proposal.rationale());
        assertEquals(List.of(new Patch.WholeFile("a/a.txt", "x + ?")), proposal.patches());
        var said = assertInstanceOf(
                Outcome.Rejected.class, broken.stages().getLast().outcome());
        assertTrue(said.message().contains("?"), said.message());
        var wrong = assertInstanceOf(
                Outcome.Rejected.class, told.get(2).stages().getLast().outcome());
        assertEquals("differs from the seed", wrong.message());
    }

    @Test
    void whatAStageAttachesIsArchivedAndNotTold() throws Exception {
        run("x + x");
        var told = contexts.getLast().history().get(1).stages().getLast().outcome();
        var recorded = lab.events(Evaluated.class)
                .getFirst()
                .evaluation()
                .stages()
                .getLast()
                .outcome();

        var kept =
                assertInstanceOf(Attachment.Kept.class, recorded.attachments().getFirst());
        assertEquals("wrong.txt", kept.name());
        assertEquals("x + x", lab.archive().blobs().get(kept.digest()).text());
        assertEquals(List.of(), told.attachments());
    }

    @Test
    void anAttachmentsNameLeadsNowhereElse() {
        assertThrows(IllegalArgumentException.class, () -> new Attachment.Kept("../x", "text/plain", "0"));
    }

    @Test
    void itIsToldWhatConfirmationSaidAndTheValueOfAGain() throws Exception {
        run("x + x + x", "x + x + x + 0 + 0");
        var context = contexts.getLast();
        var accepted = context.history().get(1);
        assertTrue(Objects.requireNonNull(accepted.ruling()).accepted());
        assertEquals(3, context.baselineValue());
        assertEquals(2, context.value(accepted.logGain()), 1e-9);
    }

    @Test
    void itIsToldWhatWasRefusedAndWhy() throws Exception {
        run("x + x + x", "x + x + x", "refuse me");
        var refusals = contexts.getLast().refusals();
        assertEquals(2, refusals.size());
        assertEquals(Reason.DUPLICATE, refusals.get(0).reason());
        assertEquals(Reason.BUILD, refusals.get(1).reason());
        assertEquals("cannot be read", refusals.get(1).message());
    }

    @Test
    void whatItAsksAModelIsArchivedAndCountedThoughNothingCameOfIt() throws Exception {
        run("x + x + x", "refuse me");
        var exchanges = lab.events(Exchanged.class);
        assertEquals(4, exchanges.size(), "one for each batch, the last two of which found nothing");
        var archived = lab.archive().blobs().get(exchanges.getFirst().request());
        assertEquals("what now?", archived.text());
        assertEquals(
                Map.of("scripted", new Spending(3, 30, 0.75, 6)),
                contexts.getLast().spending());
        assertTrue(lab.events(Noted.class).stream().anyMatch(note -> note.text().equals("no more ideas")));
        var refused = lab.events(Proposed.class).get(1).entries().getFirst();
        assertEquals(new Outcome.Rejected(Reason.BUILD, "cannot be read"), refused.refusal());
    }

    @Test
    void aRunThatAskedAModelReplays() throws Exception {
        run("x + x + x", "refuse me");
        var assembly = lab.assembly(scripted());
        var recorded = new Assembly(
                assembly.layers(),
                assembly.proposer(),
                assembly.proposerName(),
                false,
                assembly.tools(),
                assembly.exclusion());
        var runs = new Runs(lab.archive(), recorded, InstantSource.system(), List.of());
        assertEquals(List.of(), runs.replay(lab.run(), Lab.options(1, 1)).differences());
    }

    private void run(String... answers) throws Exception {
        var runs = lab.runs(scripted(answers));
        runs.start(runs.task(lab.task(TASK, "x + x + x + 0")), Lab.options(1, 1));
    }

    private Proposer scripted(String... answers) {
        var left = new ArrayList<>(List.of(answers));
        return new Proposer() {
            @Override
            public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) {
                contexts.add(context);
                context.notebook()
                        .exchange(new Exchange(
                                "scripted",
                                "idea",
                                Map.of(),
                                "what now?",
                                "",
                                new Exchange.Usage(7, 3, false, 0.25, 2),
                                null));
                if (left.isEmpty()) {
                    context.notebook().note("no more ideas");
                    return List.of();
                }
                return List.of(proposal(context, left.removeFirst()));
            }
        };
    }

    private static Proposal proposal(ProposerContext context, String answer) {
        var refusal = answer.equals("refuse me") ? new Outcome.Rejected(Reason.BUILD, "cannot be read") : null;
        return new Proposal(
                List.of(context.task().seed().digest()),
                List.of(new Patch.WholeFile("a/a.txt", answer)),
                Credit.LLM,
                "scripted",
                "why not",
                new Proposal.Cost(10, 0.25),
                refusal);
    }
}
