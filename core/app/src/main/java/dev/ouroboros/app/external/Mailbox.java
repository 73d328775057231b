package dev.ouroboros.app.external;

import dev.ouroboros.app.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The folder of requests and answers. What is written here is there as a whole or not at all; what others write may be
 * seen half-written, and is then looked at again.
 */
final class Mailbox {
    /** A request's answer is this long at most: some whole files. */
    private static final long LONGEST = 16L << 20;

    private final Path folder;

    Mailbox(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /** Returns the number of the request that waits for an answer, or of the next one if none does. */
    int number() {
        int number = 1;
        while (Files.exists(file("taken", number))) {
            number++;
        }
        return number;
    }

    Path file(String kind, int number) {
        return folder.resolve(kind + "-" + number + ".json");
    }

    Path folder() {
        return folder;
    }

    void write(Path file, Object content) {
        var draft = folder.resolve("." + file.getFileName() + ".draft");
        try {
            Files.writeString(draft, Json.text(content) + "\n", StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Gives a file another name; what had that name is replaced. */
    void rename(Path file, Path other) {
        try {
            Files.move(file, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + file + " to " + other, e);
        }
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /** Returns what tells one state of a file from another; null if there is no file. */
    @Nullable
    String stamp(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** Reads an answer. */
    JsonNode read(Path file) throws Complaint {
        try {
            long size = Files.size(file);
            if (size > LONGEST) {
                throw new Complaint(file.getFileName() + " has " + size + " bytes; expected at most " + LONGEST);
            }
            return Json.mapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Complaint("cannot read " + file.getFileName() + ": " + e.getMessage() + "; expected UTF-8");
        } catch (JacksonException e) {
            throw new Complaint(file.getFileName() + " is not JSON: " + e.getOriginalMessage());
        }
    }
}
