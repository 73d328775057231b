package dev.ouroboros.benchmarks.tuning;

import dev.ouroboros.benchmarks.tuning.Subject.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chooses one of several candidates by its mean score on some spaces, and scores it on others.
 *
 * @param scores by space, then candidate: its mean score there; the same candidates everywhere
 */
public record CrossValidation<T>(Map<Subject, Map<T, Double>> scores) {

    public CrossValidation {
        scores = Map.copyOf(scores);
    }

    /** Returns the candidate with the highest mean over these spaces; the first of several. */
    public T best(List<Subject> spaces, List<T> candidates) {
        if (spaces.isEmpty()) {
            throw new IllegalArgumentException("there is no space left to choose by");
        }
        T best = candidates.getFirst();
        for (var candidate : candidates) {
            best = mean(spaces, candidate) > mean(spaces, best) ? candidate : best;
        }
        return best;
    }

    /** Returns the mean score of a candidate over these spaces. */
    public double mean(List<Subject> spaces, T candidate) {
        return spaces.stream()
                .mapToDouble(space -> score(space, candidate))
                .average()
                .orElseThrow();
    }

    /** Returns the mean score over these spaces if for each the candidate is chosen by what is not left out for it. */
    public double leaving(LeftOut leftOut, List<Subject> played, List<Subject> all, List<T> candidates) {
        return played.stream()
                .mapToDouble(space -> score(space, best(leftOut.seen(space, all), candidates)))
                .average()
                .orElseThrow();
    }

    private double score(Subject space, T candidate) {
        return Objects.requireNonNull(scores.getOrDefault(space, Map.of()).get(candidate), "not played: " + space);
    }
}
