package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the stack, or a module that adds to one: several providers may carry the same name, and their stages run
 * in the order of {@link CostClass}. Found by {@link java.util.ServiceLoader}; needs a public constructor without
 * arguments, which must be cheap.
 */
public interface Layer {

    /** Returns the name that a part's {@code layer} key uses. */
    String name();

    /**
     * Reads the part's own table, once, and returns what this module does for it.
     *
     * @throws TaskException if the table has a mistake
     */
    PartSupport support(Part part, LayerOptions options) throws TaskException;

    /** Returns what {@code doctor} looks at for this layer. */
    List<DoctorCheck> doctorChecks();

    /**
     * Returns what a reader must know of this layer's tools and devices to compare measurements: name to version. Never
     * throws for what is missing.
     */
    default Map<String, String> environment(LayerOptions options) {
        return Map.of();
    }

    /**
     * Returns the folder of a task of this layer that cannot be improved, or null if this module
     * brings none. Its first parameter has no effect on what is measured; a run confirms a change of it now and then,
     * and halts should it ever be accepted.
     */
    default @Nullable Path controlTask() {
        return null;
    }

    /**
     * Makes a task of a user's own file by reading its signature.
     *
     * @param source the file, which exists
     * @param entry which function or module of several, or null
     * @return null if the file's ending is none of this layer's
     * @throws DraftException if it is, but no task can be made of it
     */
    default @Nullable Draft draft(Path source, @Nullable String entry) throws DraftException {
        return null;
    }

    /**
     * The same for a device of the user's choice.
     *
     * @param device a name or a file that the layer understands; null leaves the choice to the layer
     * @throws DraftException also if the layer has no choice
     */
    default @Nullable Draft draft(Path source, @Nullable String entry, @Nullable String device) throws DraftException {
        Draft draft = draft(source, entry);
        if (draft != null && device != null) {
            throw new DraftException(
                    "a task of the layer " + name() + " is for no device in particular; leave out --device " + device);
        }
        return draft;
    }
}
