package dev.ouroboros.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end in a thread of its own and keeps only the last bytes. */
final class Tail {
    private static final int CHUNK = 1 << 14;

    private final byte[] ring;
    private final Thread reader;
    private long written;

    private Tail(InputStream in, int cap) {
        this.ring = new byte[Math.max(cap, 1)];
        this.reader = Thread.ofPlatform().name("ouroboros-stderr").daemon().unstarted(() -> drain(in));
    }

    static Tail of(InputStream in, int cap) {
        var tail = new Tail(in, cap);
        tail.reader.start();
        return tail;
    }

    /** What was kept, after waiting up to the given time for the end of the stream. */
    String text(long patienceMillis) throws InterruptedException {
        reader.join(patienceMillis);
        return text();
    }

    private synchronized String text() {
        int length = (int) Math.min(written, ring.length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((written - length + i) % ring.length)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void drain(InputStream in) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                append(chunk, n);
            }
        } catch (IOException closedAsTheProcessEnded) {
            append(chunk, 0);
        }
    }

    private synchronized void append(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) ((written + i) % ring.length)] = bytes[i];
        }
        written += length;
    }
}
