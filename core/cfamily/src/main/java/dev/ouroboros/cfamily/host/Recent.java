package dev.ouroboros.cfamily.host;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was compiled last, by digest. Thread-safe. */
public final class Recent<V> {
    private static final int REMEMBERED = 64;

    private final Map<String, V> done = new LinkedHashMap<>();

    /** Returns it, or null if it is not remembered. */
    public synchronized @Nullable V get(String digest) {
        return done.get(digest);
    }

    /** Remembers it, and forgets the oldest of too many. */
    public synchronized void put(String digest, V value) {
        done.put(digest, value);
        if (done.size() > REMEMBERED) {
            done.remove(done.keySet().iterator().next());
        }
    }
}
