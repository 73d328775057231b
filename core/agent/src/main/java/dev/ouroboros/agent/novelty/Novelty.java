package dev.ouroboros.agent.novelty;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Diffs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates that are new in name only. Three tests, the cheap ones first: the same code but for names, comments
 * and white space; else the same literals and nearly the same words; and only then whether the changes mean the same, by
 * embeddings. Parameters must be the same in any case: other values are what a search is for.
 *
 * <p>Grows with what it is told; not for several threads.
 */
public final class Novelty {
    /** Code whose words differ by more than this part is something else. */
    private static final double SAME_WORDS = 0.9;

    private static final int CHANGE = 600;

    private final Artifact seed;
    private final Embedder embedder;
    private final double similarity;
    private final Map<String, List<Known>> bySettings = new HashMap<>();
    private final Map<String, float[]> embeddings = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private int embedded;

    private record Known(String candidate, Map<String, String> files, Skeleton skeleton, String change) {}

    /**
     * @param seed what changes are seen against
     * @param similarity cosine from which on two changes mean the same; above 1 for never
     */
    public Novelty(Artifact seed, Embedder embedder, double similarity) {
        this.seed = seed;
        this.embedder = embedder;
        this.similarity = similarity;
    }

    /** Remembers a candidate. */
    public void add(Artifact artifact) {
        if (known.add(artifact.digest())) {
            bySettings
                    .computeIfAbsent(settings(artifact), _ -> new ArrayList<>())
                    .add(describe(artifact));
        }
    }

    /** Returns whether the candidate is remembered. */
    public boolean knows(String digest) {
        return known.contains(digest);
    }

    /** Returns how many texts were embedded so far. */
    public int embedded() {
        return embedded;
    }

    /** Returns what {@code artifact} is nearly the same as, in a sentence for the model; null if it is new. */
    public @Nullable String complaint(Artifact artifact) {
        var mine = describe(artifact);
        for (var other : bySettings.getOrDefault(settings(artifact), List.of())) {
            if (other.files().equals(mine.files())) {
                continue;
            }
            if (other.skeleton().digest().equals(mine.skeleton().digest())) {
                return "it is candidate " + name(other) + " with other names, comments or white space";
            }
            if (similarity <= 1
                    && sameWords(mine.skeleton().words(), other.skeleton().words())) {
                double cosine = cosine(embedding(mine), embedding(other));
                if (cosine >= similarity) {
                    return String.format(
                            Locale.ROOT,
                            "it is nearly the same as candidate %s (similarity %.4f); change more than the order of things",
                            name(other),
                            cosine);
                }
            }
        }
        return null;
    }

    private Known describe(Artifact artifact) {
        var files = artifact.files().entrySet().stream()
                .filter(file -> !isParameters(file.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().digest()));
        var text = artifact.files().entrySet().stream()
                .filter(file -> !isParameters(file.getKey()))
                .map(file -> file.getValue().text())
                .collect(Collectors.joining("\n"));
        return new Known(artifact.digest(), files, Skeleton.of(text), change(artifact));
    }

    /** The lines that the seed does not have, capped: what lies behind is like what stands before. */
    private String change(Artifact artifact) {
        var added = Diffs.unified(seed, artifact)
                .lines()
                .filter(line -> line.startsWith("+") && !line.startsWith("+++ "))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining("\n"));
        return added.length() <= CHANGE ? added : added.substring(0, CHANGE);
    }

    private float[] embedding(Known one) {
        return embeddings.computeIfAbsent(one.candidate(), _ -> {
            embedded++;
            return embedder.embed(one.change());
        });
    }

    /** Whether literals and keywords occur equally often and the other words nearly so. */
    private static boolean sameWords(Map<String, Integer> one, Map<String, Integer> other) {
        int common = 0;
        int all = 0;
        var words = new HashSet<>(one.keySet());
        words.addAll(other.keySet());
        for (var word : words) {
            int here = one.getOrDefault(word, 0);
            int there = other.getOrDefault(word, 0);
            if (here != there && Character.isDigit(word.charAt(0))) {
                return false;
            }
            common += Math.min(here, there);
            all += Math.max(here, there);
        }
        return common >= SAME_WORDS * all;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static String settings(Artifact artifact) {
        return artifact.files().entrySet().stream()
                .filter(file -> isParameters(file.getKey()))
                .map(file -> file.getValue().digest())
                .collect(Collectors.joining(" "));
    }

    private static boolean isParameters(String path) {
        return path.endsWith("/" + Artifact.PARAMETERS);
    }

    private static String name(Known other) {
        return other.candidate().substring(0, 8);
    }
}
