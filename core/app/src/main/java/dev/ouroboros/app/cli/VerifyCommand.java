package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros verify RUN}. */
@Command(
        name = "verify",
        description = "Check that nothing of a run was changed: its chain of hashes, and every file it names.",
        footer = {
            "",
            "The head of the chain stands on the report. Compare it with one you kept elsewhere:",
            "whoever can rewrite the whole archive can rewrite the whole chain, but not your copy of its head."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(String run, long entries, int files, String head, List<String> faults, boolean whole) {}

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var answer = verify(archive, run);
            print(spec.commandLine().getOut(), answer);
            return answer.whole() ? ExitCode.DONE : ExitCode.WRONG_USE;
        }
    }

    private static Answer verify(Archive archive, String run) {
        var ledger = archive.ledger(run);
        var faults = new ArrayList<>(ledger.check());
        var head = archive.folder(run).resolve("ledger-head");
        try {
            if (Files.exists(head) && !Files.readString(head).strip().equals(ledger.head())) {
                faults.add("the head of the chain is not the one written when the run ended: entries are missing at the"
                        + " end, or the chain was made anew");
            }
        } catch (IOException e) {
            faults.add("cannot read " + head + ": " + e.getMessage());
        }
        var digests = faults.isEmpty() ? digests(archive, run) : new TreeSet<String>();
        for (var digest : digests) {
            try {
                archive.blobs().get(digest);
            } catch (ArchiveException e) {
                faults.add(e.getMessage());
            }
        }
        return new Answer(run, ledger.read().size(), digests.size(), ledger.head(), faults, faults.isEmpty());
    }

    private static SortedSet<String> digests(Archive archive, String run) {
        var digests = new TreeSet<String>();
        for (var stamped : Journal.read(archive.ledger(run))) {
            if (stamped.event() instanceof RunStarted started) {
                digests.addAll(started.baseline().files().values());
            }
            if (stamped.event() instanceof Exchanged exchanged) {
                Stream.of(exchanged.request(), exchanged.answer())
                        .filter(digest -> !digest.isEmpty())
                        .forEach(digests::add);
            }
            if (stamped.event() instanceof Proposed proposed) {
                for (var entry : proposed.entries()) {
                    if (entry.candidate() != null) {
                        digests.addAll(entry.candidate().files().values());
                    }
                }
            }
        }
        return digests;
    }

    private void print(PrintWriter out, Answer answer) {
        if (common.json) {
            Json.print(out, answer);
            return;
        }
        answer.faults().forEach(out::println);
        out.println(
                answer.whole()
                        ? "Run " + answer.run() + " is whole: " + answer.entries() + " entries, " + answer.files()
                                + " files, head " + answer.head()
                        : "Run " + answer.run() + " was changed after it was archived.");
        out.flush();
    }
}
