package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.Family;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which tasks versions are compared on. */
final class DeltaTasks {
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
        var chosen = Stream.of(Family.values())
                .filter(one -> one.label().equals(family))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG_USE, "--tasks is '" + family + "'; expected held-out or seen"));
        return OwnSpaces.files().stream()
                .filter(file -> chosen.holds(OwnSpaces.name(file)))
                .toList();
    }
}
