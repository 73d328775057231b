package dev.ouroboros.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which tasks versions are compared on. */
final class DeltaTasks {
    /** Nothing that proposes or selects may see what is scored on the others. */
    private static final Set<String> SEEN = Set.of("gemm", "softmax", "transpose");

    @Option(
            names = "--tasks",
            paramLabel = "FAMILY",
            defaultValue = "held-out",
            description = "held-out, the recorded spaces that no proposer and no selection sees (default); or seen, the"
                    + " others.")
    String family = "held-out";

    @Option(
            names = "--space",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recorded spaces of your own instead: T4 files.")
    List<Path> spaces = List.of();

    List<Path> files() throws CommandFailure {
        if (!spaces.isEmpty()) {
            return spaces;
        }
        boolean seen = switch (family) {
            case "held-out" -> false;
            case "seen" -> true;
            default ->
                throw new CommandFailure(ExitCode.WRONG_USE, "--tasks is '" + family + "'; expected held-out or seen");
        };
        return OwnSpaces.files().stream()
                .filter(file -> seen == SEEN.contains(OwnSpaces.name(file)))
                .toList();
    }
}
