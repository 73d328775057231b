/** Fails by throwing. */
final class LruCacheTest {
    private LruCacheTest() {}

    public static void main(String[] arguments) {
        LruCache cache = new LruCache(2);
        expect(-1, cache.get(1));
        cache.put(1, 10);
        cache.put(2, 20);
        expect(10, cache.get(1));
        cache.put(3, 30);
        expect(-1, cache.get(2));
        expect(10, cache.get(1));
        expect(30, cache.get(3));
        cache.put(1, 11);
        cache.put(4, 40);
        expect(11, cache.get(1));
        expect(-1, cache.get(3));
        expect(40, cache.get(4));
    }

    private static void expect(int value, int found) {
        if (found != value) {
            throw new AssertionError("expected " + value + ", found " + found);
        }
    }
}
