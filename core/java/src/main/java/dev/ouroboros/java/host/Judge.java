package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.java.data.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what launches left behind. */
final class Judge {
    private final Comparison comparison;
    private final boolean arguments;

    Judge(double tolerance, Set<Defence> defences) {
        this.comparison = new Comparison(tolerance);
        this.arguments = defences.contains(Defence.KEPT_INPUTS);
    }

    /** Compares launches one by one. */
    void compare(List<@Nullable Object> expected, List<@Nullable Object> found) throws CandidateFailure {
        if (expected.size() != found.size()) {
            throw Blame.rejected(Reason.GUARD, found.size() + " results of " + expected.size() + " launches");
        }
        for (int i = 0; i < expected.size(); i++) {
            String complaint = complaint(expected.get(i), found.get(i));
            if (complaint != null) {
                throw Blame.rejected(Reason.INCORRECT, complaint);
            }
        }
    }

    /** Returns how one launch differs from what is right, or null. */
    @Nullable
    String complaint(@Nullable Object expected, @Nullable Object found) {
        if (!(expected instanceof Object[] right)
                || !(found instanceof Object[] other)
                || right.length != other.length) {
            return "the result of a launch is none";
        }
        String complaint = comparison.complaint(right[0], other[0]);
        if (complaint != null || !arguments) {
            return complaint;
        }
        String changed = comparison.complaint(
                Arrays.copyOfRange(right, 1, right.length), Arrays.copyOfRange(other, 1, other.length));
        return changed == null ? null : "an argument is not as the seed leaves it: " + changed;
    }
}
