package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.testlayer.Term.Product;
import dev.ouroboros.engine.testlayer.Term.Sum;
import dev.ouroboros.engine.testlayer.Term.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operator that rewrites one place of a part's expression.
 *
 * @param file path of the expression in the artifact
 * @param rule an equal term for the whole of a term, or null if it does not apply
 */
record Rewrite(String name, String file, Function<Term, @Nullable Term> rule) implements Operator {

    /** {@code a + 0}, {@code 0 + a}, {@code a * 1} and {@code 1 * a} are {@code a}. */
    static Rewrite dropNeutral(String file) {
        return new Rewrite("drop-neutral", file, term -> switch (term) {
            case Sum(var left, Whole(var zero)) when zero == 0 -> left;
            case Sum(Whole(var zero), var right) when zero == 0 -> right;
            case Product(var left, Whole(var one)) when one == 1 -> left;
            case Product(Whole(var one), var right) when one == 1 -> right;
            default -> null;
        });
    }

    /** {@code m * a + n * a} is {@code (m + n) * a}, with {@code a} for {@code 1 * a}. */
    static Rewrite mergeEqual(String file) {
        return new Rewrite("merge-equal", file, term -> {
            if (!(term instanceof Sum(var left, var right)) || !base(left).equals(base(right))) {
                return null;
            }
            return new Product(new Whole(times(left) + times(right)), base(left));
        });
    }

    @Override
    public List<Patch> patches(Artifact artifact) {
        var before = TermParser.parse(artifact.text(file));
        var patches = new ArrayList<Patch>();
        everywhere(before).forEach(after -> patches.add(new Patch.WholeFile(file, after.text() + "\n")));
        return patches;
    }

    private List<Term> everywhere(Term term) {
        var results = new ArrayList<Term>();
        var here = rule.apply(term);
        if (here != null) {
            results.add(here);
        }
        switch (term) {
            case Sum(var left, var right) -> {
                everywhere(left).forEach(other -> results.add(new Sum(other, right)));
                everywhere(right).forEach(other -> results.add(new Sum(left, other)));
            }
            case Product(var left, var right) -> {
                everywhere(left).forEach(other -> results.add(new Product(other, right)));
                everywhere(right).forEach(other -> results.add(new Product(left, other)));
            }
            case Whole _, Term.X _ -> {}
        }
        return results;
    }

    private static Term base(Term term) {
        return term instanceof Product(Whole _, var rest) ? rest : term;
    }

    private static long times(Term term) {
        return term instanceof Product(Whole(var factor), var _) ? factor : 1;
    }
}
