/** Fails by throwing. */
final class WordsTest {
    private WordsTest() {}

    public static void main(String[] arguments) {
        expect(0, "", "a");
        expect(1, "a", "a");
        expect(0, "a", "ab");
        expect(2, "banana", "ana");
        expect(4, "aaaaa", "aa");
        expect(1, "the end", "end");
        expect(0, "Straße", "ss");
        expect(2, "日本語日本", "日本");
    }

    private static void expect(int count, String text, String word) {
        int found = Words.count(text, word);
        if (found != count) {
            throw new AssertionError(text + " holds " + word + " " + count + " times, not " + found);
        }
    }
}
