package dev.ouroboros.sim;

import java.util.random.RandomGenerator;

/**
 * How a design is started where it does not say itself.
 *
 * @param fill 0: all undefined bits are 0; 1: they are 1; 2: each is drawn
 * @param seed what they are drawn from, not 0
 */
record Lane(int fill, int seed) {
    static final Lane ZEROS = new Lane(0, 1);
    static final Lane ONES = new Lane(1, 1);

    static Lane drawn(RandomGenerator random) {
        return new Lane(2, random.nextInt(1, Integer.MAX_VALUE));
    }
}
