package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the launches of one batch are given, and what they must answer: the same for both sides of a pair. */
public final class Round {
    private final List<Inputs> inputs;
    private final Workshop workshop;
    private final @Nullable Answer[] answers;
    private final @Nullable Spots[] spots;

    public Round(Workshop workshop, Problem problem, int launches) {
        this.inputs = IntStream.range(0, launches)
                .mapToObj(i -> Inputs.allocate(problem))
                .toList();
        this.workshop = workshop;
        this.answers = new Answer[launches];
        this.spots = new Spots[launches];
    }

    /** Returns the number of launches with inputs of their own. */
    int size() {
        return inputs.size();
    }

    /** Draws everything anew. */
    public void draw() throws CandidateFailure, InterruptedException {
        Launches.each(inputs.size(), i -> {
            workshop.draw(inputs.get(i));
            Answer answer = workshop.reference().answer(inputs.get(i));
            answers[i] = answer;
            spots[i] = Spots.draw(inputs.get(i), answer, workshop.secret());
        });
    }

    /** Returns the inputs of the first {@code launches} launches. */
    public List<Inputs> inputs(int launches) {
        return inputs.subList(0, launches);
    }

    /** Judges the first launches of a batch that a rig has just run. */
    public void judge(Rig rig, int launches, Audit audit) throws CandidateFailure, InterruptedException {
        Judge judge = workshop.judge();
        Set<Integer> inFull = audit.among(launches);
        judge.zones(rig);
        Launches.each(launches, i -> {
            Answer answer = Objects.requireNonNull(answers[i]);
            if (inFull.contains(i)) {
                judge.inFull(rig, i, inputs.get(i), answer);
            } else {
                judge.atSpots(rig, i, inputs.get(i), answer, Objects.requireNonNull(spots[i]));
            }
        });
    }
}
