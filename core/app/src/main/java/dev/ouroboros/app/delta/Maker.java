package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.Editor.Answer;
import dev.ouroboros.app.delta.Editor.Draft;
import dev.ouroboros.app.delta.Stand.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a version edit a body, measures each edit and keeps those that are better. The judge is the same for all versions: an
 * edit that does better with the seeds that all are measured with is measured again beside the body as it stands, with seeds
 * that nothing was measured with before, and accepted if the 99 % interval of the difference is above 0.
 */
final class Maker {
    /** Plays on each space, for the first look. */
    private static final int LOOK = 20;

    /** Plays on each space that nobody has seen before, for the decision. */
    private static final int PROOF = 100;

    /** Seeds of one making do not meet those of another: so many are its own. */
    private static final int SEEDS = 200_000;

    private final BodyTask task;
    private final Stand stand;
    private final Effort effort;
    private final int first;
    private int proofs;
    private int failed;
    private double thinking;
    private double measuring;

    private Maker(BodyTask task, Stand stand, Effort effort, int seed) {
        this.task = task;
        this.stand = stand;
        this.effort = effort;
        this.first = Math.floorMod(seed, Integer.MAX_VALUE / SEEDS) * SEEDS;
    }

    /**
     * Lets an editor make what it can of a body.
     *
     * @param seed number of the making
     */
    static Making make(BodyTask task, Editor editor, Stand stand, Effort effort, int seed)
            throws DeltaException, InterruptedException {
        return new Maker(task, stand, effort, seed).make(editor);
    }

    private Making make(Editor editor) throws DeltaException, InterruptedException {
        var edits = new ArrayList<Making.Edit>();
        var standing = task.seed();
        var seed = measured(standing, first, LOOK);
        if (!seed.passed()) {
            throw new DeltaException("the body cannot be played as it is: " + seed.fault());
        }
        var best = seed;
        int evaluations = 0;
        var draft = editor.begin();
        thinking += draft.thinking();
        for (var files = draft.files();
                files != null && evaluations < effort.evaluations() && thinking <= effort.seconds();
                files = draft.files()) {
            evaluations++;
            var body = task.edited(files);
            var look = measured(body, first, LOOK);
            failed += look.passed() ? 0 : 1;
            boolean accepted = look.passed() && mean(look) < mean(best) && isProved(standing, body);
            if (accepted) {
                edits.add(new Making.Edit(evaluations, draft.by(), draft.credit(), body));
                standing = body;
                best = look;
            }
            if (edits.size() == effort.edits()) {
                break;
            }
            draft = next(editor, look, seed, accepted);
        }
        return new Making(edits, evaluations, failed, thinking, measuring);
    }

    private Draft next(Editor editor, Measured look, Measured seed, boolean accepted)
            throws DeltaException, InterruptedException {
        var draft = editor.tell(
                new Answer(look.passed() ? Math.log(mean(seed) / mean(look)) : Double.NaN, look.fault(), accepted));
        thinking += draft.thinking();
        return draft;
    }

    private boolean isProved(Body standing, Body body) throws DeltaException, InterruptedException {
        int fresh = first + LOOK + PROOF * proofs++;
        var its = measured(body, fresh, PROOF);
        var before = measured(standing, fresh, PROOF);
        return its.passed()
                && before.passed()
                && Interval.of(differences(before.areas(), its.areas()), fresh).low() > 0;
    }

    private Measured measured(Body body, int from, int count) throws DeltaException, InterruptedException {
        var measured = stand.measure(body, from, count);
        measuring += measured.seconds();
        return measured;
    }

    private static List<double[]> differences(List<double[]> left, List<double[]> right) {
        return IntStream.range(0, left.size())
                .mapToObj(task -> IntStream.range(0, left.get(task).length)
                        .mapToDouble(i -> left.get(task)[i] - right.get(task)[i])
                        .toArray())
                .toList();
    }

    private static double mean(Measured measured) {
        return Math.max(
                Double.MIN_NORMAL,
                measured.areas().stream()
                        .flatMapToDouble(Arrays::stream)
                        .average()
                        .orElseThrow());
    }
}
