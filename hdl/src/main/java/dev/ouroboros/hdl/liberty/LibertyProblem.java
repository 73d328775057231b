package dev.ouroboros.hdl.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Liberty file that designs cannot be mapped to; the message is for people. */
public final class LibertyProblem extends Exception {
    private static final long serialVersionUID = 1L;

    LibertyProblem(String message) {
        super(message);
    }

    /** Returns the problem of a file that is not there or not readable. */
    public static LibertyProblem unreadable(Path file, IOException why) {
        return new LibertyProblem(
                Files.exists(file)
                        ? "the Liberty file " + file + " cannot be read: " + why
                        : "there is no Liberty file " + file);
    }

    /** Returns the same, saying in which file. */
    public LibertyProblem in(Path file) {
        return new LibertyProblem("the Liberty file " + file + ": " + getMessage());
    }
}
