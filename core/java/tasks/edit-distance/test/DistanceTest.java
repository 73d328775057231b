/** Fails by throwing. */
final class DistanceTest {
    private DistanceTest() {}

    public static void main(String[] arguments) {
        expect(0, "", "");
        expect(3, "", "abc");
        expect(3, "abc", "");
        expect(3, "kitten", "sitting");
        expect(2, "flaw", "lawn");
        expect(1, "日本語", "日本");
    }

    private static void expect(int distance, String a, String b) {
        int found = Distance.levenshtein(a, b);
        if (found != distance) {
            throw new AssertionError("from " + a + " to " + b + ": expected " + distance + ", found " + found);
        }
    }
}
