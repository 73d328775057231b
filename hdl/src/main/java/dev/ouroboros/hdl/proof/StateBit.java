package dev.ouroboros.hdl.proof;

/**
 * One bit of state that starts at a value which may itself be a formula over inputs. Latches of the file start at 0, so one
 * that starts at 1 is stored inverted, and any other shows its start until the first edge.
 *
 * @param latch the latch that stores it
 * @param shown the literal of its value
 * @param inverted whether the latch stores the opposite
 */
record StateBit(int latch, int shown, boolean inverted) {

    /**
     * Makes one.
     *
     * @param started a latch that is 0 in the first cycle and 1 ever after
     */
    static StateBit of(Aig aig, int started, int start) {
        int latch = aig.latch();
        if (start == Aig.FALSE || start == Aig.TRUE) {
            boolean inverted = start == Aig.TRUE;
            return new StateBit(latch, inverted ? aig.not(latch) : latch, inverted);
        }
        return new StateBit(latch, aig.mux(started, start, latch), false);
    }

    void follow(Aig aig, int next) {
        aig.connect(latch, inverted ? aig.not(next) : next);
    }
}
