package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.Layers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ouroboros init FILE|MODULE}. */
@Command(
        name = "init",
        description =
                "Write a task for your own file by reading its signature, or for a Maven module. What it cannot know it"
                        + " guesses, says so, and marks in task.toml.")
final class InitCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 12;

    @Parameters(
            paramLabel = "FILE|MODULE",
            description = "The file to improve, for example kernel.c, or the folder of a Maven module.")
    Path file = Path.of("");

    @Option(
            names = {"--entry", "--top"},
            paramLabel = "NAME",
            description = "Which function or module, if the file has several.")
    @Nullable
    String entry;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "What a design is for: an iCE40 such as up5k, or the Liberty file (.lib) of standard cells"
                    + " (default: hx8k).")
    @Nullable
    String device;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The task's new folder (default: the function's name, with -task behind, in this folder).")
    @Nullable
    Path to;

    @Option(names = "--json", description = "Print one JSON object on standard output, and nothing else there.")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(String task, String folder, List<String> files, List<String> guesses) {}

    @Override
    public Integer call() throws CommandFailure {
        if (!Files.exists(file)) {
            throw new CommandFailure(ExitCode.WRONG_USE, "there is no file or folder " + file);
        }
        Draft draft = draft();
        Path folder = to == null ? Path.of(draft.name() + "-task") : to;
        print(spec.commandLine().getOut(), write(draft, folder));
        return ExitCode.DONE;
    }

    private Draft draft() throws CommandFailure {
        for (Layer layer : Layers.load().all()) {
            try {
                Draft draft = layer.draft(file, entry, device);
                if (draft != null) {
                    return draft;
                }
            } catch (DraftException e) {
                throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
            }
        }
        throw new CommandFailure(
                ExitCode.WRONG_USE,
                "no layer makes a task of " + file
                        + (Files.isDirectory(file) ? ", a folder without a pom.xml" : "")
                        + ". Maybe write one by hand: docs/task-format.md says how.");
    }

    private static Answer write(Draft draft, Path folder) throws CommandFailure {
        if (Files.exists(folder)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, folder + " is there already, and is not overwritten; name another --to");
        }
        List<String> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> each : new TreeMap<>(draft.files()).entrySet()) {
                Path target = folder.resolve(each.getKey());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, each.getValue());
                written.add(target.toString());
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "cannot write to " + folder + ": " + e);
        }
        return new Answer(draft.name(), folder.toString(), written, draft.guesses());
    }

    private void print(PrintWriter out, Answer answer) {
        if (json) {
            Json.print(out, answer);
            return;
        }
        answer.files().stream()
                .sorted(Comparator.comparing(each -> !each.endsWith("task.toml")))
                .limit(answer.files().size() > MOST_LISTED ? 1 : MOST_LISTED)
                .forEach(out::println);
        if (answer.files().size() > MOST_LISTED) {
            out.println("and copies of " + (answer.files().size() - 1) + " files beside it");
        }
        if (!answer.guesses().isEmpty()) {
            out.println();
            out.println("Guessed, so look at it:");
            answer.guesses().forEach(guess -> out.println("  " + guess));
        }
        out.println();
        out.println("Then: ./ouroboros run " + answer.folder());
        out.flush();
    }
}
