package dev.ouroboros.engine.arena;

/**
 * What a recording holds, seen from above, and how long a search may play on it.
 *
 * @param optimum the least value of a valid configuration, in the unit of the recording
 * @param median the value in the middle of all valid ones
 * @param seconds recorded seconds that a play lasts: until random search is expected to have come 95 % of the way from the
 *     median to the optimum
 */
public record Extent(double optimum, double median, double seconds) {

    /** Returns that of a recording. */
    public static Extent of(Recording recording) {
        var values = recording.values();
        int size = values.size();
        return new Extent(
                values.getFirst(),
                0.5 * (values.get((size - 1) / 2) + values.get(size / 2)),
                RandomSearch.of(recording).seconds());
    }
}
