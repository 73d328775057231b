package dev.ouroboros.sim;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** How the values of a port follow each other for some cycles. What is rare among random values is common here. */
enum Pattern {
    UNIFORM,
    ZEROS,
    ONES,
    ALTERNATING,
    ONE_HOT,
    WALKING_ONE,
    WALKING_ZERO,
    BORDERS,
    SMALL,
    COUNTING,
    CONSTANTS;

    private static final int SMALL_BITS = 4;

    /** A design may look for a constant, or for what lies beside it. */
    private static final long[] OFFSETS = {0, 0, -1, 1};

    /**
     * Returns the value in a cycle.
     *
     * @param width bits of the port
     * @param constants what designs may look for, not empty
     */
    BigInteger value(int cycle, int width, List<BigInteger> constants, Random random) {
        return unbounded(cycle, width, constants, random).and(ones(width));
    }

    private BigInteger unbounded(int cycle, int width, List<BigInteger> constants, Random random) {
        BigInteger ones = ones(width);
        BigInteger high = BigInteger.ONE.shiftLeft(width - 1);
        return switch (this) {
            case UNIFORM -> new BigInteger(width, random);
            case ZEROS -> BigInteger.ZERO;
            case ONES -> ones;
            case ALTERNATING ->
                cycle % 2 == 0 ? everyOther(width) : everyOther(width).shiftLeft(1);
            case ONE_HOT -> BigInteger.ONE.shiftLeft(random.nextInt(width));
            case WALKING_ONE -> BigInteger.ONE.shiftLeft(cycle % width);
            case WALKING_ZERO -> ones.clearBit(cycle % width);
            case BORDERS ->
                pick(
                        List.of(
                                BigInteger.ZERO,
                                BigInteger.ONE,
                                ones,
                                ones.clearBit(0),
                                high,
                                high.setBit(0),
                                high.subtract(BigInteger.ONE),
                                ones.clearBit(width - 1).clearBit(0)),
                        random);
            case SMALL -> new BigInteger(Math.min(width, SMALL_BITS), random);
            case COUNTING -> BigInteger.valueOf(cycle);
            case CONSTANTS -> pick(constants, random).add(BigInteger.valueOf(OFFSETS[random.nextInt(OFFSETS.length)]));
        };
    }

    private static BigInteger everyOther(int width) {
        return ones(width + width % 2).divide(BigInteger.valueOf(3));
    }

    private static BigInteger pick(List<BigInteger> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static BigInteger ones(int width) {
        return BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    }
}
