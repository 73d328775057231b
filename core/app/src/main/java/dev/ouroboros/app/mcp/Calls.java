package dev.ouroboros.app.mcp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests under way, each on a thread of its own, so that one that waits keeps nobody from asking or cancelling. */
final class Calls {
    private final Map<Object, Thread> running = new ConcurrentHashMap<>();
    private final Set<Object> cancelled = ConcurrentHashMap.newKeySet();

    /** Starts one; returns false, and does nothing, if one with this id is under way. */
    boolean start(Object id, Runnable call) {
        var thread = Thread.ofVirtual().name("mcp-call-" + id).unstarted(() -> {
            try {
                call.run();
            } finally {
                running.remove(id);
                cancelled.remove(id);
            }
        });
        if (running.putIfAbsent(id, thread) != null) {
            return false;
        }
        cancelled.remove(id);
        thread.start();
        return true;
    }

    /** Interrupts the one with this id, if it is under way; it is not answered. */
    void cancel(Object id) {
        var thread = running.get(id);
        if (thread != null) {
            cancelled.add(id);
            thread.interrupt();
        }
    }

    boolean cancelled(Object id) {
        return cancelled.contains(id);
    }

    void cancelAll() {
        running.keySet().forEach(this::cancel);
    }

    /** Waits until none is under way. */
    void join() {
        for (var thread : running.values()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
