package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.loop.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ouroboros export RUN --to DIR}. */
@Command(
        name = "export",
        description = "Write the files of a run's best candidate, one folder for each part; parameters.json in it holds"
                + " the part's parameter values, to be passed as -DNAME=value. What stages left of it, such as the"
                + " counterexample of one that was refuted, goes into a folder of the stage's name.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to; must not hold these files.")
    Path to = Path.of(".");

    @Option(names = "--candidate", paramLabel = "DIGEST", description = "Another candidate than the best.")
    @Nullable
    String candidate;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(String run, String candidate, List<String> files) {}

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var history = RunHistory.of(Journal.read(archive.ledger(run)));
            var version = candidate == null ? history.best() : Candidates.find(history, candidate);
            var contents =
                    new TreeMap<>(archive.blobs().artifact(version.files()).files());
            history.attached(version.digest())
                    .forEach(attached -> contents.put(
                            attached.path(), archive.blobs().get(attached.file().digest())));
            var files = write(contents);
            print(spec.commandLine().getOut(), new Answer(run, version.digest(), files));
            return ExitCode.DONE;
        }
    }

    private List<String> write(Map<String, Blob> contents) throws CommandFailure {
        var written = new ArrayList<String>();
        try {
            for (var file : contents.entrySet()) {
                var target = to.resolve(file.getKey());
                if (Files.exists(target)) {
                    throw new CommandFailure(
                            ExitCode.WRONG_USE,
                            target + " is there already, and is not overwritten; name another --to");
                }
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue().bytes());
                written.add(target.toString());
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "cannot write to " + to + ": " + e);
        }
        return written;
    }

    private void print(PrintWriter out, Answer answer) {
        if (common.json) {
            Json.print(out, answer);
            return;
        }
        answer.files().forEach(out::println);
        out.flush();
    }
}
