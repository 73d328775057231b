package dev.ouroboros.hdl.task;

import dev.ouroboros.hdl.liberty.LibertyProblem;
import dev.ouroboros.hdl.liberty.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard cells of a Liberty file. Nothing is placed: the area is the sum of the cells'. */
public record StandardCells(Library library) implements Device {
    /** What tasks call it. */
    public static final String LABEL = "liberty";

    @Override
    public String label() {
        return LABEL;
    }

    /**
     * Reads the file.
     *
     * @throws LibertyProblem if it is missing or unusable; the message starts with its name
     */
    public static StandardCells read(Path file) throws LibertyProblem {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw LibertyProblem.unreadable(file, e);
        }
        try {
            return new StandardCells(Library.read(text));
        } catch (LibertyProblem e) {
            throw e.in(file);
        }
    }
}
