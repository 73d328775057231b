package dev.ouroboros.hdl.proof;

/** What is known of two designs. */
public sealed interface Verdict {

    /**
     * They do the same in every cycle of every run.
     *
     * @param engine which way of proving did it
     */
    record Proved(String engine) implements Verdict {}

    /**
     * They do the same in the first cycles of every run; of later ones nothing is known.
     *
     * @param cycles how many
     */
    record Bounded(int cycles) implements Verdict {}

    /** They differ, and this run shows it; it was replayed on both designs. */
    record Refuted(Counterexample counterexample) implements Verdict {}

    /** Nothing is known, for this reason. */
    record Unknown(String why) implements Verdict {}
}
