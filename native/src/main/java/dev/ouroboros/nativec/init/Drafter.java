package dev.ouroboros.nativec.init;

import dev.ouroboros.cfamily.guard.SourceGuard;
import dev.ouroboros.cfamily.guard.Suspicion;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.nativec.guard.CSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a task of a file of C. */
public final class Drafter {
    private Drafter() {}

    /**
     * Reads the file and writes a task for one of its functions.
     *
     * @param entry name of the function, or null for the only one, or the last one if there are several
     * @throws DraftException if it has no function that a host can call, or holds what the guard refuses
     */
    public static Draft draft(Path source, @Nullable String entry) throws DraftException {
        String name = source.getFileName().toString();
        String text = read(source);
        List<Signature> found = Signatures.of(text, entry == null ? "" : entry);
        if (found.isEmpty()) {
            throw new DraftException(name + " defines no function "
                    + (entry == null ? "that is not static" : "named " + entry + " that is not static"));
        }
        try {
            SourceGuard.check(CSource.DIALECT, name, text);
        } catch (Suspicion e) {
            throw new DraftException(
                    e.getMessage() + "\nThe same guard reads every candidate, so the file must do without.");
        }
        Signature signature = found.getLast();
        var plan = Plan.of(signature);
        List<String> guesses = plan.guesses();
        if (found.size() > 1) {
            guesses.addFirst("the function " + signature.name() + ", the last of "
                    + found.stream().map(Signature::name).collect(Collectors.joining(", "))
                    + "; another one is named by --entry");
        }
        return new Draft(
                signature.name(),
                Map.of("task.toml", TaskText.of(name, signature, plan, guesses), name, text),
                guesses);
    }

    private static String read(Path source) throws DraftException {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new DraftException(source + " cannot be read: " + e);
        }
    }
}
