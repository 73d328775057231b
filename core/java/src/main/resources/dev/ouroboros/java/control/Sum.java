/** LABEL is read by nobody. */
final class Sum {
    static final int LABEL = 1;

    static long of(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
