package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.syntax.Item;
import dev.ouroboros.hdl.syntax.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A design's files: the one that the user named, those beside it that define the modules it uses, and what they include; of
 * each what a circuit is made of.
 *
 * @param texts by name, the named file first
 * @param modules that the top module uses, itself among them, by name
 * @param homes where modules are defined, by their names
 * @param guesses what was decided on the way
 */
record Sources(
        Map<String, Excerpt> texts,
        Map<String, Item.Module> modules,
        Map<String, Home> homes,
        Item.Module top,
        List<String> guesses) {

    /**
     * Reads them.
     *
     * @param entry name of the top module, or null for the one that no other uses
     * @throws DraftException if a module or an included file is nowhere, saying where it is used
     */
    static Sources of(Path file, @Nullable String entry) throws DraftException {
        return new SourceReader(file).read(entry);
    }

    /** Returns {@code file:line} of a place in one of the modules. */
    String at(Item.Module module, Span span) {
        return home(module).at(span);
    }

    String text(Item.Module module, Span span) {
        return home(module).text(span);
    }

    private Home home(Item.Module module) {
        return Objects.requireNonNull(homes.get(module.name()));
    }
}
