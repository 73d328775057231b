package dev.ouroboros.agent.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The prompts: plain files beside this class, or those of the same name in a folder of the user's. */
public record Templates(Template system, Template propose, Template repair) {

    /**
     * Reads them.
     *
     * @param folder whose files take the place of ours; null for ours
     */
    public static Templates read(@Nullable Path folder) {
        return new Templates(
                template(folder, "system.md"), template(folder, "propose.md"), template(folder, "repair.md"));
    }

    private static Template template(@Nullable Path folder, String name) {
        try {
            if (folder != null && Files.exists(folder.resolve(name))) {
                return new Template(name, Files.readString(folder.resolve(name)));
            }
            try (var ours = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
                return new Template(name, new String(ours.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prompt template " + name, e);
        }
    }
}
