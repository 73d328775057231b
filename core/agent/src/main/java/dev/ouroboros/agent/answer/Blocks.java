package dev.ouroboros.agent.answer;

import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines that a SEARCH block means: exactly, else by all but white space at the ends of lines. */
final class Blocks {
    private Blocks() {}

    static Patch fit(String text, String path, String search, String replacement) throws PatchFailure {
        if (search.isBlank()) {
            throw new PatchFailure("the SEARCH block for " + path
                    + " is empty; copy the lines to replace into it, or give" + " the whole file");
        }
        if (text.contains(search)) {
            return new Patch.BlockReplacement(path, search, replacement);
        }
        var lines = List.of(text.split("\n", -1));
        var wanted = search.strip().lines().map(String::strip).toList();
        var places = places(lines, wanted);
        if (places.size() > 1) {
            throw new PatchFailure("the lines after SEARCH stand in " + path + " more than once: '" + wanted.getFirst()
                    + "'; copy more lines around them");
        }
        if (places.isEmpty()) {
            throw new PatchFailure("the lines after SEARCH do not stand in " + path + nearest(lines, wanted));
        }
        int from = places.getFirst();
        var found = String.join("\n", lines.subList(from, from + wanted.size()));
        return new Patch.BlockReplacement(path, found, replacement.stripTrailing());
    }

    private static List<Integer> places(List<String> lines, List<String> wanted) {
        var places = new ArrayList<Integer>();
        for (int from = 0; from + wanted.size() <= lines.size(); from++) {
            int i = 0;
            while (i < wanted.size() && lines.get(from + i).strip().equals(wanted.get(i))) {
                i++;
            }
            if (i == wanted.size()) {
                places.add(from);
            }
        }
        return places;
    }

    /** Says which line is the first that does not fit, at the place where most fit. */
    private static String nearest(List<String> lines, List<String> wanted) {
        int best = 0;
        int at = 0;
        for (int from = 0; from < lines.size(); from++) {
            int i = 0;
            while (i < wanted.size()
                    && from + i < lines.size()
                    && lines.get(from + i).strip().equals(wanted.get(i))) {
                i++;
            }
            if (i > best) {
                best = i;
                at = from + i;
            }
        }
        if (best == 0) {
            return ": '" + wanted.getFirst() + "' is no line of it";
        }
        return ": its line " + (at + 1) + " is '"
                + (at < lines.size() ? lines.get(at).strip() : "") + "', not '" + wanted.get(best) + "'";
    }
}
