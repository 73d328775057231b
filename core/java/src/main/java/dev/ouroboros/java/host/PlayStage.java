package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.host.Player.Played;
import java.util.ArrayList;
import java.util.List;

/** Plays a candidate once on each space: whether it plays by the rules, and whether a play can be repeated. */
public record PlayStage(Workshop workshop) implements Stage {

    @Override
    public String name() {
        return "play";
    }

    @Override
    public CostClass cost() {
        return CostClass.CHECK;
    }

    @Override
    public String capability() {
        return "nothing";
    }

    @Override
    public Outcome run(Artifact candidate) throws InterruptedException {
        return InspectStage.outcome(() -> play(workshop.builder().build(candidate)));
    }

    private Outcome play(Built built) throws CandidateFailure, InterruptedException {
        List<Veil> veils = Player.veils(workshop, 1);
        List<Long> seeds = new ArrayList<>();
        veils.forEach(_ -> seeds.add(workshop.seed()));
        Runner runner = workshop.checkers().take();
        boolean well = false;
        try {
            List<Played> played = Player.seat(workshop, runner, built, 0, veils).play(seeds);
            runner.unload(0);
            well = true;
            Replay.one(workshop, built, veils, seeds, played);
            return Outcome.passed();
        } finally {
            workshop.checkers().giveBack(runner, well);
        }
    }
}
