package dev.ouroboros.engine.search;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Gaussian processes that differ in their kernels, each as plausible as the others: few trials fit many kernels, and
 * what is averaged over them is not sure of what only one of them believes (Snoek, Larochelle, Adams: Practical Bayesian
 * optimization of machine learning algorithms, 2012, section 3.2).
 */
record Ensemble(List<Posterior> members) {

    Ensemble {
        members = List.copyOf(members);
    }

    void add(int number, double value) {
        members.forEach(member -> member.add(number, value));
    }

    /** Takes in points that the pool got since. */
    void grow() {
        members.forEach(Posterior::grow);
    }

    /** Has every member take the best of these points, as it sees them, for the one to improve on. */
    void improveOn(int[] numbers) {
        members.forEach(member -> member.improveOn(numbers));
    }

    /** Returns by how much a point is expected to exceed the best, where it does not counting as zero. */
    double expectedImprovement(int number) {
        return average(member -> member.at(number).expectedImprovement(member.best()));
    }

    /** Returns by how much a point exceeds the best if all is well by so many deviations. */
    double possibleImprovement(int number, double deviations) {
        return average(member -> member.at(number).mean()
                - member.best()
                + deviations * member.at(number).deviation());
    }

    /** Assumes that a point turns out as expected, until {@link #forget}. */
    void assume(int number) {
        members.forEach(member -> member.assume(number));
    }

    /** Undoes all that was assumed. */
    void forget() {
        members.forEach(Posterior::forget);
    }

    private double average(ToDoubleFunction<Posterior> of) {
        double sum = 0;
        for (var member : members) {
            sum += of.applyAsDouble(member);
        }
        return sum / members.size();
    }
}
