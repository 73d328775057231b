package dev.ouroboros.agent.novelty;

import dev.ouroboros.engine.artifact.Artifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates that are new in name only. Three tests, the cheap ones first: the same code but for names, comments
 * and white space; else the same literals, nearly the same words, and a difference in one short place; and only then, for
 * the nearest of those, whether that place means the same, by embeddings. Parameters must be the same in any case: other
 * values are what a search is for.
 *
 * <p>Grows with what it is told; not for several threads.
 */
public final class Novelty {
    private static final int KEPT = 256;

    private final Embedder embedder;
    private final double similarity;
    private final Map<String, Known> byCode = new HashMap<>();
    private final Map<String, List<Known>> byLiterals = new HashMap<>();
    private final Map<String, float[]> embeddings = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private @Nullable Known latest;

    private record Known(String candidate, String settings, Skeleton skeleton) {
        String code() {
            return settings + " " + skeleton.digest();
        }

        String literals() {
            return settings + " " + skeleton.literals();
        }
    }

    private record Near(Known other, Difference difference) {}

    /** @param similarity cosine from which on two changes mean the same; above 1 for never */
    public Novelty(Embedder embedder, double similarity) {
        this.embedder = embedder;
        this.similarity = similarity;
    }

    /** Remembers a candidate. */
    public void add(Artifact artifact) {
        if (known.add(artifact.digest())) {
            var described = describe(artifact);
            byCode.putIfAbsent(described.code(), described);
            byLiterals
                    .computeIfAbsent(described.literals(), _ -> new ArrayList<>())
                    .add(described);
        }
    }

    /** Returns whether the candidate is remembered. */
    public boolean knows(String digest) {
        return known.contains(digest);
    }

    /** Returns what {@code artifact} is nearly the same as, in a sentence for the model; null if it is new. */
    public @Nullable String complaint(Artifact artifact) {
        var mine = describe(artifact);
        var twin = byCode.get(mine.code());
        if (twin != null && !twin.candidate().equals(mine.candidate())) {
            return "it is candidate " + name(twin) + " with other names, comments or white space";
        }
        var near = similarity > 1 ? null : nearest(mine);
        if (near == null) {
            return null;
        }
        double cosine = cosine(near.difference().here(), near.difference().there());
        return cosine < similarity
                ? null
                : String.format(
                        Locale.ROOT,
                        "it is nearly the same as candidate %s (similarity %.4f); change more than the order of things",
                        name(near.other()),
                        cosine);
    }

    /** Returns the one that differs in the shortest place, the earliest of several. */
    private @Nullable Near nearest(Known mine) {
        Near nearest = null;
        for (var other : byLiterals.getOrDefault(mine.literals(), List.of())) {
            if (!other.candidate().equals(mine.candidate())) {
                var difference = Difference.of(mine.skeleton(), other.skeleton());
                if (difference != null
                        && (nearest == null
                                || difference.length() < nearest.difference().length())) {
                    nearest = new Near(other, difference);
                }
            }
        }
        return nearest;
    }

    private Known describe(Artifact artifact) {
        if (latest == null || !latest.candidate().equals(artifact.digest())) {
            var text = artifact.files().entrySet().stream()
                    .filter(file -> !isParameters(file.getKey()))
                    .map(file -> file.getValue().text())
                    .collect(Collectors.joining("\n"));
            latest = new Known(artifact.digest(), settings(artifact), Skeleton.of(text));
        }
        return latest;
    }

    private double cosine(String here, String there) {
        var unknown = Stream.of(here, there)
                .filter(text -> !embeddings.containsKey(text))
                .toList();
        var made = unknown.isEmpty() ? List.<float[]>of() : embedder.embed(unknown);
        for (int i = 0; i < unknown.size(); i++) {
            embeddings.put(unknown.get(i), made.get(i));
        }
        double cosine =
                cosine(Objects.requireNonNull(embeddings.get(here)), Objects.requireNonNull(embeddings.get(there)));
        while (embeddings.size() > KEPT) {
            embeddings.remove(embeddings.keySet().iterator().next());
        }
        return cosine;
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
