package dev.ouroboros.hdl.synth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many cells each source line makes, as a text for proposers and people. */
public final class CellOrigins {
    private static final int MOST = 8;

    private CellOrigins() {}

    /**
     * Cells of one line.
     *
     * @param others block RAMs and multipliers
     */
    record Count(int luts, int flipFlops, int carries, int others) {
        private static final Count NONE = new Count(0, 0, 0, 0);

        private Count plus(String type) {
            return switch (type) {
                case "SB_LUT4" -> new Count(luts + 1, flipFlops, carries, others);
                case "SB_CARRY" -> new Count(luts, flipFlops, carries + 1, others);
                default ->
                    type.startsWith("SB_DFF")
                            ? new Count(luts, flipFlops + 1, carries, others)
                            : new Count(luts, flipFlops, carries, others + 1);
            };
        }

        private int all() {
            return luts + flipFlops + carries + others;
        }

        private String words() {
            var words = new ArrayList<String>();
            word(words, luts, "LUT");
            word(words, flipFlops, "FF");
            word(words, carries, "carry");
            word(words, others, "block");
            return String.join(" + ", words);
        }

        private static void word(List<String> words, int count, String name) {
            if (count > 0) {
                words.add(count + " " + name);
            }
        }
    }

    /** Returns the lines that most cells come from, the most first; nothing if no cell has a line. */
    public static String text(Origins origins) {
        var counts = counts(origins);
        if (counts.isEmpty()) {
            return "";
        }
        var most = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<SourceLine, Count> entry) ->
                                -entry.getValue().all())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .toList();
        int width = most.stream()
                .mapToInt(entry -> entry.getValue().words().length())
                .max()
                .orElse(0);
        String left = counts.size() > MOST ? "\n  and " + (counts.size() - MOST) + " more lines" : "";
        return "Lines that most cells come from:\n"
                + most.stream()
                        .map(entry -> "  "
                                + " ".repeat(width - entry.getValue().words().length())
                                + entry.getValue().words() + "  "
                                + entry.getKey().describe())
                        .collect(Collectors.joining("\n"))
                + left;
    }

    static Map<SourceLine, Count> counts(Origins origins) {
        var counts = new TreeMap<SourceLine, Count>();
        origins.types().forEach((name, type) -> {
            SourceLine line = origins.ofCell(name);
            if (line != null) {
                counts.merge(line, Count.NONE.plus(type), (before, _) -> before.plus(type));
            }
        });
        return counts;
    }
}
