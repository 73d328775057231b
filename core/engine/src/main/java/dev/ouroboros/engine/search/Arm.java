package dev.ouroboros.engine.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One member of the portfolio. */
enum Arm {
    GAUSSIAN(0.7, "a Gaussian process expects an improvement here"),
    FOREST(0.4, "a forest of random trees expects an improvement here"),
    LOCAL(0.25, "one step from one of the best"),
    CROSSOVER(0.2, "a mix of two of the best"),
    RANDOM(0.05, "drawn at random"),
    OPERATORS(0.3, "");

    /** What proposals of the search are called, followed by the arm. */
    static final String PREFIX = "search/";

    private static final String AND = "+";

    private final double prior;
    private final String rationale;

    Arm(double prior, String rationale) {
        this.prior = prior;
        this.rationale = rationale;
    }

    /** Returns the credit it is given before there is any experience. */
    double prior() {
        return prior;
    }

    /** Returns why it proposes what it does, for people. */
    String rationale() {
        return rationale;
    }

    /** Returns the name of the proposer that a proposal of it carries. */
    String proposer() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the proposer that a proposal made by these operators carries. */
    static String proposer(List<String> operators) {
        return OPERATORS.proposer() + "/" + String.join(AND, operators);
    }

    /** Returns which operators made that proposer's proposal; none if it is somebody else's. */
    static List<String> operators(String proposer) {
        var prefix = OPERATORS.proposer() + "/";
        return proposer.startsWith(prefix)
                ? List.of(proposer.substring(prefix.length()).split(Pattern.quote(AND)))
                : List.of();
    }

    /** Returns the arm whose proposal that is, or null if the proposer is somebody else. */
    static @Nullable Arm of(String proposer) {
        if (!proposer.startsWith(PREFIX)) {
            return null;
        }
        if (!operators(proposer).isEmpty()) {
            return OPERATORS;
        }
        return Arrays.stream(values())
                .filter(arm -> proposer.equals(arm.proposer()))
                .findFirst()
                .orElse(null);
    }
}
