/** Plays a trace of keys against a cache, as a program would that computes what it does not find. */
final class Trace {
    private Trace() {}

    /** Returns what was found, mixed with how often. */
    static long play(int capacity, int[] keys) {
        LruCache cache = new LruCache(capacity);
        long sum = 0;
        for (int key : keys) {
            int value = cache.get(key);
            if (value < 0) {
                cache.put(key, key * 7 % 1000);
                sum = sum * 31 + 1;
            } else {
                sum = sum * 31 + value;
            }
        }
        return sum;
    }
}
