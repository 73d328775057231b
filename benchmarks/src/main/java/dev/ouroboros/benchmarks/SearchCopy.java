package dev.ouroboros.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies the engine without its strategies: {@code SearchCopy FOLDER [RandomSampling.java]}. In the copy random search is the only
 * one that is left, or what was made of it stands in its place. {@code ./ouroboros self delta} plays two such copies against
 * each other.
 */
public final class SearchCopy {
    private static final String SOURCES = "core/engine/src/main";
    private static final String SEARCH = "java/dev/ouroboros/engine/search";
    private static final String KEPT = "RandomSampling";
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (final |sealed )?(class|record|interface|enum) ");

    /** What says in {@code PointPicker} which strategies there are, and what is left to say. */
    private static final Map<Pattern, String> CHANGES = Map.of(
            Pattern.compile("EnumSet\\.of\\(Arm\\.GAUSSIAN[^)]*\\)"), "EnumSet.of(Arm.RANDOM)",
            Pattern.compile("new Spread\\([^;]*\\)\\s*;"), "new RandomSampling();",
            Pattern.compile("Map\\.of\\(\\s*Arm\\.GAUSSIAN[^;]*;"), "Map.of(Arm.RANDOM, new RandomSampling()));");

    private SearchCopy() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: benchmarks/run SearchCopy FOLDER [RandomSampling.java]");
            System.exit(2);
        }
        try {
            List<String> deleted = make(
                    Path.of(System.getProperty("ouroboros.home", ".")),
                    Path.of(arguments[0]),
                    arguments.length > 1 ? Path.of(arguments[1]) : null);
            System.out.println("deleted " + deleted.size() + " files: " + String.join(", ", deleted));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Makes a copy.
     *
     * @param home of the program
     * @param to a folder that is not there yet
     * @param body of the strategy that stands for random search, or null for random search itself
     * @return the names of the files that were deleted
     */
    static List<String> make(Path home, Path to, @Nullable Path body) throws IOException {
        if (Files.exists(to)) {
            throw new IllegalArgumentException(to + " is there already; expected the name of a new folder");
        }
        copy(home.resolve(SOURCES), to.resolve(SOURCES));
        Path search = to.resolve(SOURCES).resolve(SEARCH);
        Path picker = search.resolve("PointPicker.java");
        Files.writeString(picker, changed(Files.readString(picker)));
        List<String> deleted = delete(to.resolve(SOURCES), search);
        if (body != null) {
            Files.copy(body, search.resolve(KEPT + ".java"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return deleted;
    }

    private static String changed(String picker) {
        String text = picker;
        for (var change : CHANGES.entrySet()) {
            var found = change.getKey().matcher(text);
            if (!found.find()) {
                throw new IllegalStateException("PointPicker no longer has " + change.getKey());
            }
            text = found.replaceFirst(change.getValue());
        }
        return text;
    }

    /** Deletes the strategies, then whatever nobody refers to any more. */
    private static List<String> delete(Path sources, Path search) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : javaFiles(sources)) {
            texts.put(file.toString(), Files.readString(file));
        }
        List<String> all = javaFiles(search).stream().map(Path::toString).toList();
        texts.keySet()
                .removeIf(file -> all.contains(file)
                        && !name(file).equals(KEPT)
                        && texts.getOrDefault(file, "").contains(" implements Strategy"));
        while (texts.keySet().removeIf(file -> all.contains(file) && isForgotten(file, texts))) {
            // What it referred to may be forgotten now.
        }
        List<String> deleted =
                all.stream().filter(file -> !texts.containsKey(file)).toList();
        for (String file : deleted) {
            Files.delete(Path.of(file));
        }
        return deleted.stream().map(SearchCopy::name).sorted().toList();
    }

    private static boolean isForgotten(String file, Map<String, String> texts) {
        String name = name(file);
        if (name.equals("package-info")
                || PUBLIC_TYPE.matcher(texts.getOrDefault(file, "")).find()) {
            return false;
        }
        var word = Pattern.compile("\\b" + name + "\\b");
        return texts.entrySet().stream()
                .noneMatch(each -> !each.getKey().equals(file)
                        && word.matcher(each.getValue()).find());
    }

    private static String name(String file) {
        return Path.of(file).getFileName().toString().replace(".java", "");
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path copy = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
