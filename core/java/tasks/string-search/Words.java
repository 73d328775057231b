/** Counts where a word stands in a text, overlaps included. */
final class Words {
    private Words() {}

    static int count(String text, String word) {
        int found = 0;
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (text.substring(i, i + word.length()).equals(word)) {
                found++;
            }
        }
        return found;
    }
}
