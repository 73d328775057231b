package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tools say of themselves, and which is old enough to do other things than we expect. */
public final class Versions {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)+");

    private Versions() {}

    /**
     * Holds that a program is new enough. One whose version cannot be read passes.
     *
     * @param least the version of Debian 12, which everything here was tried with
     * @throws ToolMissing if it is not installed, or too old
     */
    public static void require(Toolbox tools, String program, String least, String... arguments)
            throws InterruptedException {
        String path = Programs.find(program).toString();
        String said = of(tools, program, arguments);
        if (isOlder(said, least)) {
            throw ToolMissing.tooOld(program, path, said, least);
        }
    }

    /** Compares the first number with a dot in what a program says. */
    public static boolean isOlder(String said, String least) {
        var found = NUMBERS.matcher(said);
        return found.find() && Arrays.compare(numbers(found.group()), numbers(least)) < 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /** Returns the first line that a program says of its version, or that it is not installed. */
    public static String of(Toolbox tools, String program, String... arguments) throws InterruptedException {
        try (var folder = WorkFolder.create()) {
            ToolResult result = tools.run(folder, List.of(), program, List.of(arguments), PATIENCE);
            return (result.out() + result.err())
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.matches(".*\\d+\\.\\d+.*"))
                    .findFirst()
                    .orElse("of unknown version");
        } catch (ToolMissing e) {
            return "none";
        }
    }
}
