package dev.ouroboros.engine.loop;

/**
 * When the loop does what. A confirmation costs as much as dozens of evaluations, so it waits until the screen has found
 * something clearly better.
 *
 * @param batch proposals asked for at once, whatever the number of threads
 * @param confirmEvery least evaluations between two confirmations during the search
 * @param worthwhile least gain by the screen, as a fraction, for a confirmation; smaller ones are within
 *     what the screen mistakes
 * @param lateConfirmations most confirmations after the search
 * @param controlEvery confirmations of candidates between two controls
 * @param rerunConfidence of the interval of the reported gain
 */
public record Schedule(
        int batch,
        int confirmEvery,
        double worthwhile,
        int lateConfirmations,
        int controlEvery,
        double rerunConfidence) {

    /** Returns the schedule for a budget of so many evaluations. */
    public static Schedule standard(int evaluations) {
        return new Schedule(8, Math.max(32, evaluations / 5), 0.05, 2, 10, 0.99);
    }
}
