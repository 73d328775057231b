package dev.ouroboros.sim;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.stage.Candidate;
import dev.ouroboros.hdl.task.DesignTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a candidate for which Verilator has a warning that it does not have for the seed: a latch, a net with two drivers, a
 * name that nobody declared. Whoever wrote the seed may have meant such a thing; a change that brings one is hardly ever
 * right, and says so here in a tenth of a second. Lost bits and cases left out are only told, for a proof may well show that
 * nothing is lost by them.
 */
final class LintStage implements Stage {
    private static final int SHOWN = 6;

    private final Part part;
    private final DesignTask task;
    private final Lint lint;
    private @Nullable List<Warning> known;
    private @Nullable String mute;

    LintStage(Part part, DesignTask task, Lint lint) {
        this.part = part;
        this.task = task;
        this.lint = lint;
    }

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public CostClass cost() {
        return CostClass.LINT;
    }

    @Override
    public String capability() {
        return "verilator";
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        List<Warning> ofSeed = seed();
        if (mute != null) {
            return new Outcome.Passed(List.of(), "Not linted, because the seed cannot be: " + mute);
        }
        try {
            List<Warning> fresh = fresh(lint.of(Candidate.of(part, task, artifact)), ofSeed);
            List<Warning> grave = fresh.stream().filter(Warning::isGrave).toList();
            return grave.isEmpty()
                    ? new Outcome.Passed(List.of(), text(fresh))
                    : new Outcome.Rejected(Reason.BUILD, text(grave));
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private synchronized List<Warning> seed() throws InterruptedException {
        List<Warning> found = known;
        if (found == null) {
            try {
                found = lint.of(Candidate.seed(part, task));
            } catch (DesignProblem e) {
                found = List.of();
                mute = String.valueOf(e.getMessage());
            }
            known = found;
        }
        return found;
    }

    /** What was renamed or moved is not new: a kind of warning counts only where there are more of it than in the seed. */
    static List<Warning> fresh(List<Warning> found, List<Warning> ofSeed) {
        var fresh = new ArrayList<Warning>();
        var byCode = found.stream().collect(Collectors.groupingBy(Warning::code));
        var before = ofSeed.stream().collect(Collectors.groupingBy(Warning::code));
        byCode.forEach((code, all) -> {
            List<Warning> old = before.getOrDefault(code, List.of());
            if (all.size() > old.size()) {
                var said = old.stream().map(Warning::text).toList();
                all.stream().filter(warning -> !said.contains(warning.text())).forEach(fresh::add);
            }
        });
        return fresh;
    }

    private static String text(List<Warning> fresh) {
        return fresh.isEmpty()
                ? ""
                : "Verilator warns of what is not in the seed:\n"
                        + fresh.stream().limit(SHOWN).map(Warning::shown).collect(Collectors.joining("\n"));
    }
}
