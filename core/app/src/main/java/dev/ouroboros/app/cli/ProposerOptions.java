package dev.ouroboros.app.cli;

import dev.ouroboros.agent.Proposers;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ConfigFinder;
import dev.ouroboros.agent.record.Recording;
import dev.ouroboros.app.external.FolderGuest;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.Stamped;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where models come from. */
final class ProposerOptions {
    /** Stands between the name of a proposer and the run whose answers it repeats. */
    private static final String REPEATS = ":";

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = "Configuration of models (default: $OUROBOROS_MODELS, then models.toml in the workspace, then"
                    + " ~/.config/ouroboros/models.toml; docs/models.md).")
    @Nullable
    Path models;

    @Option(
            names = "--exchange",
            paramLabel = "DIR",
            description =
                    "With --proposer external: the folder of requests and answers (default: external in the run's own"
                            + " folder; docs/external.md).")
    @Nullable
    Path exchange;

    /**
     * Opens who proposes.
     *
     * @param run the run if it goes on; null if it is still to begin
     * @param name of the proposer, as the archive keeps it
     * @param workspace where runs are kept
     */
    ProposerChoice open(@Nullable String run, String name, Archive archive, Path workspace) throws CommandFailure {
        int at = name.indexOf(REPEATS);
        var who = who(at < 0 ? name : name.substring(0, at));
        if (who == Who.SEARCH) {
            return ProposerChoice.search();
        }
        if (who == Who.EXTERNAL) {
            return ProposerChoice.external(new FolderGuest(
                    run,
                    of -> exchange == null ? archive.folder(of).resolve(Who.EXTERNAL.label()) : exchange,
                    InstantSource.system(),
                    Thread::sleep,
                    System.err::println));
        }
        try {
            var opened = at < 0
                    ? Proposers.open(new ConfigFinder(System.getenv(), workspace).find(models), System.getenv())
                    : Proposers.recorded(recording(archive, name.substring(at + 1)));
            var proposer = who == Who.MIXED ? opened.mixed() : opened.llm();
            return new ProposerChoice(proposer, name, false, opened::close);
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the name under which a proposer is archived that takes the answers of a recorded run. */
    static String repeating(String proposer, String run) {
        return proposer + REPEATS + run;
    }

    static Who who(String label) throws CommandFailure {
        var who = Who.named(label);
        if (who == null) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "--proposer is '" + label + "'; expected "
                            + Arrays.stream(Who.values()).map(Who::label).collect(Collectors.joining(", ")));
        }
        return who;
    }

    private static Recording recording(Archive archive, String run) throws CommandFailure {
        var exchanges = Journal.read(archive.ledger(run)).stream()
                .map(Stamped::event)
                .filter(Exchanged.class::isInstance)
                .map(Exchanged.class::cast)
                .toList();
        if (exchanges.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "run " + run + " asked no model, so there is nothing to repeat");
        }
        return new Recording(run, exchanges, archive.blobs());
    }
}
