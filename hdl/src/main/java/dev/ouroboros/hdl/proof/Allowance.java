package dev.ouroboros.hdl.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Time of the processor that a proof may use: what else the machine does takes nothing away from it. How much a program used is
 * not known, but it was no more than what passed on the clock meanwhile; so whoever gets a share is sure to have all of it, and
 * what was not used is at least what the clock says. Safe for use by several threads.
 */
final class Allowance {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long left;

    Allowance(Duration total) {
        this.left = total.toNanos();
    }

    /** Does something within a share. */
    interface Work<T> {
        T within(Duration share) throws InterruptedException;
    }

    /** Does something with a share of what is left, at most so much. */
    <T> T spend(Duration most, Work<T> work) throws InterruptedException {
        long share = take(most.toNanos());
        long begin = System.nanoTime();
        try {
            return work.within(Duration.ofNanos(share));
        } finally {
            giveBack(Math.max(0, share - (System.nanoTime() - begin)));
        }
    }

    synchronized Duration left() {
        return Duration.ofNanos(left);
    }

    private synchronized long take(long most) {
        long share = Math.clamp(most, 0, left);
        left -= share;
        return share;
    }

    private synchronized void giveBack(long unused) {
        left += unused;
    }

    /** Returns the nanoseconds that this thread has used so far, or those of the clock where nobody counts. */
    static long usedByThisThread() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
