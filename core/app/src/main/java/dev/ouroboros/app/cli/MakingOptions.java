package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.Effort;
import dev.ouroboros.app.delta.Family;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What versions edit in a delta of the second order, and with how much effort. */
final class MakingOptions {
    @Option(
            names = "--edits",
            paramLabel = "K",
            defaultValue = "8",
            description = "Order 2: edits that a version may make to the body (default: ${DEFAULT-VALUE}).")
    int edits;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            defaultValue = "100",
            description = "Order 2: edits that it may have measured (default: ${DEFAULT-VALUE}).")
    int evaluations;

    @Option(
            names = "--processor-time",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Order 2: processor seconds it may take to propose them (default: ${DEFAULT-VALUE}).")
    double seconds;

    @Option(
            names = "--plays",
            paramLabel = "N",
            defaultValue = "10",
            description = "Order 2: plays of each body on each task in the end (default: ${DEFAULT-VALUE}).")
    int plays;

    @Option(
            names = "--body",
            paramLabel = "FOLDER",
            description =
                    "Order 2: what is edited, a task of the java layer with a class Search (default: benchmarks/body).")
    @Nullable
    Path body;

    @Option(
            names = "--practice",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Order 2: recorded spaces that edits are measured on (default: those of --tasks seen).")
    List<Path> practice = List.of();

    Effort effort() throws CommandFailure {
        expect(edits >= 1 && edits <= 1000, "--edits is " + edits + "; expected 1 to 1000");
        expect(evaluations >= 1 && evaluations <= 10_000, "--evaluations is " + evaluations + "; expected 1 to 10000");
        expect(seconds > 0, "--processor-time is " + seconds + "; expected seconds above 0");
        expect(plays >= 1 && plays <= 1000, "--plays is " + plays + "; expected 1 to 1000");
        return new Effort(edits, evaluations, seconds);
    }

    Path body() throws CommandFailure {
        return body == null ? Home.folder().resolve("benchmarks/body") : body;
    }

    List<Path> practice() throws CommandFailure {
        return practice.isEmpty()
                ? OwnSpaces.files().stream()
                        .filter(file -> Family.SEEN.holds(OwnSpaces.name(file)))
                        .toList()
                : practice;
    }

    private static void expect(boolean right, String wrong) throws CommandFailure {
        if (!right) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong);
        }
    }
}
