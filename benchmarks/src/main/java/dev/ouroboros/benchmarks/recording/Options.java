package dev.ouroboros.benchmarks.recording;

import java.nio.file.Path;

/**
 * The command line of a recording.
 *
 * @param task its folder
 * @param file to be written
 * @param runs timed launches of each configuration, from 1
 * @param threads of the device, from 1
 */
public record Options(Path task, Path file, int runs, int threads) {
    private static final String ENDING = "\\.T4\\.json(\\.gz)?$";
    private static final int USUAL_RUNS = 32;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is wrong; the message says how
     */
    public static Options parse(String... arguments) {
        if (arguments.length < 2 || arguments.length % 2 != 0) {
            throw new IllegalArgumentException("expected a task and a file, then options with a value each");
        }
        if (arguments[1].replaceFirst(ENDING, "").equals(arguments[1])) {
            throw new IllegalArgumentException(
                    "the file is " + arguments[1] + "; expected a name that ends with .T4.json.gz or .T4.json");
        }
        int runs = USUAL_RUNS;
        int threads = 1;
        for (int i = 2; i < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--runs" -> runs = positive("--runs", arguments[i + 1]);
                case "--threads" -> threads = positive("--threads", arguments[i + 1]);
                default ->
                    throw new IllegalArgumentException(
                            "no option " + arguments[i] + "; there are --runs and --threads");
            }
        }
        return new Options(Path.of(arguments[0]), Path.of(arguments[1]), runs, threads);
    }

    /** Returns where what was measured is kept until all is. */
    public Path journal() {
        return sibling(".journal.jsonl");
    }

    /** Returns where the space is described. */
    public Path description() {
        return sibling(".T1.json");
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst(ENDING, ending));
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(option + " is " + value + "; expected a whole number from 1");
        }
        return Integer.parseInt(value);
    }
}
