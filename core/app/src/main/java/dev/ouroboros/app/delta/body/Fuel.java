package dev.ouroboros.app.delta.body;

/**
 * How long a body may still run, in branches and calls instead of seconds: an edit that never ends is stopped at the same
 * place on every machine, however busy it is. For one thread.
 */
public final class Fuel {
    private static long left;

    private Fuel() {}

    /** A body took more than it was given. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("it does not come to an end");
        }
    }

    /** Gives a play its fuel. */
    static void fill(long amount) {
        left = amount;
    }

    /** Called at every branch and at the start of every method of a body. */
    public static void burn() {
        if (--left < 0) {
            throw new Exhausted();
        }
    }
}
