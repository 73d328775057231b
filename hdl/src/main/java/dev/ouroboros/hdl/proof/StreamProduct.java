package dev.ouroboros.hdl.proof;

import java.util.List;

/**
 * Both designs, their senders and their receivers as one graph. Each side has a time of its own: in a step of the graph either
 * side may stand still, as if its clock did, until the other has caught up. So nothing that a real environment could do is kept from the
 * candidate, however different the two are in speed.
 *
 * <p>A sender holds one token at a time, which both sides take, and draws the next when both have. The candidate is offered it as soon
 * as it is drawn and sees gaps and receivers that are not ready as the inputs say; the seed is never hindered. Of the tokens that
 * the seed has given and the candidate has not only the number is kept, and one of them, any one, to be compared.
 *
 * @param differs 1 when the candidate is wrong, or when it goes further ahead than is followed here
 * @param start what both hold when power comes
 * @param resetting what both are given while the reset is held, one element a cycle
 * @param held what both are given if the reset is held for one more cycle; empty if there is none
 * @param running what is drawn in a step
 * @param most how many tokens of a stream the seed may have given that the candidate has not
 */
record StreamProduct(
        Aig aig, int differs, Start start, List<Resetting> resetting, List<Resetting> held, Running running, int most)
        implements Graph {

    /**
     * Literals of what both hold when power comes.
     *
     * @param initial whether registers with initial values hold these
     * @param seed of each register what it holds otherwise
     * @param settings of each input without a stream its bits, in all cycles
     */
    record Start(int initial, List<Integer> seed, List<Integer> candidate, List<List<Integer>> settings) {}

    /** Literals of one cycle of the reset. */
    record Resetting(Given seed, Given candidate) {}

    /** Literals of what a side is given in a cycle: of each port, and of each of its undefined bits. */
    record Given(List<List<Integer>> ports, List<Integer> free) {}

    /**
     * Literals of what is drawn in a step.
     *
     * @param go of each input stream: a token is to be offered if none is
     * @param drawn of each input stream: the token, or what its ports show to the candidate meanwhile
     * @param idle of each input stream: what its ports show to the seed while no token is offered
     * @param ready of each output stream: the candidate's receiver is ready
     */
    record Running(
            List<Integer> go,
            List<List<Integer>> drawn,
            List<List<Integer>> idle,
            List<Integer> ready,
            List<Integer> seedFree,
            List<Integer> candidateFree) {}
}
