package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.propose.Spending;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was counted so far.
 *
 * @param evaluations candidates that went through the cascade; refused proposals and controls do not count
 * @param sinceConfirmation evaluations since the last confirmation of a candidate began
 * @param confirmations confirmations of candidates that began
 * @param controls confirmations of controls that began
 * @param sinceControl confirmations of candidates since the last control
 * @param accepted challengers accepted
 * @param barren batches in a row that brought nothing to evaluate
 * @param batches batches proposed
 * @param lateConfirmations confirmations begun after the search ended
 * @param spending what was spent on models, by proposer
 */
public record Tally(
        int evaluations,
        int sinceConfirmation,
        int confirmations,
        int controls,
        int sinceControl,
        int accepted,
        int barren,
        int batches,
        int lateConfirmations,
        PMap<String, Spending> spending) {

    static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, HashTreePMap.empty());

    Tally proposed(boolean nothingToEvaluate) {
        return new Tally(
                evaluations,
                sinceConfirmation,
                confirmations,
                controls,
                sinceControl,
                accepted,
                nothingToEvaluate ? barren + 1 : 0,
                batches + 1,
                lateConfirmations,
                spending);
    }

    Tally evaluated() {
        return new Tally(
                evaluations + 1,
                sinceConfirmation + 1,
                confirmations,
                controls,
                sinceControl,
                accepted,
                barren,
                batches,
                lateConfirmations,
                spending);
    }

    Tally confirming(boolean late) {
        return new Tally(
                evaluations,
                0,
                confirmations + 1,
                controls,
                sinceControl + 1,
                accepted,
                barren,
                batches,
                lateConfirmations + (late ? 1 : 0),
                spending);
    }

    Tally controlling() {
        return new Tally(
                evaluations,
                sinceConfirmation,
                confirmations,
                controls + 1,
                0,
                accepted,
                barren,
                batches,
                lateConfirmations,
                spending);
    }

    Tally accepting() {
        return new Tally(
                evaluations,
                sinceConfirmation,
                confirmations,
                controls,
                sinceControl,
                accepted + 1,
                barren,
                batches,
                lateConfirmations,
                spending);
    }

    Tally spending(String proposer, Spending more) {
        var sum = spending.getOrDefault(proposer, Spending.NONE).plus(more);
        return new Tally(
                evaluations,
                sinceConfirmation,
                confirmations,
                controls,
                sinceControl,
                accepted,
                barren,
                batches,
                lateConfirmations,
                spending.plus(proposer, sum));
    }
}
