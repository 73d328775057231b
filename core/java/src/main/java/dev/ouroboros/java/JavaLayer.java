package dev.ouroboros.java;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.java.host.Doctor;
import dev.ouroboros.java.host.Support;
import dev.ouroboros.java.init.Drafter;
import dev.ouroboros.java.init.Maven;
import dev.ouroboros.java.init.ModuleDrafter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layer {@code java}: static methods of Java, checked by tests and against a reference, timed in fresh JVMs. */
public final class JavaLayer implements Layer {
    private static final List<String> CONTROL = List.of("task.toml", "Sum.java");

    private static @Nullable Path control;

    @Override
    public String name() {
        return "java";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        return Support.of(part, options);
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return Doctor.checks(this::controlTask);
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        return Doctor.environment();
    }

    @Override
    public Path controlTask() {
        synchronized (JavaLayer.class) {
            Path known = control;
            if (known == null) {
                known = unpack();
                control = known;
            }
            return known;
        }
    }

    @Override
    public @Nullable Draft draft(Path source, @Nullable String entry) throws DraftException {
        if (ModuleDrafter.isModule(source)) {
            return ModuleDrafter.draft(source, entry, new Maven(new DefaultToolRunner()));
        }
        return source.toString().endsWith(".java") ? Drafter.draft(source, entry) : null;
    }

    private static Path unpack() {
        try {
            Path made = Files.createTempDirectory("ouroboros-control");
            made.toFile().deleteOnExit();
            for (String file : CONTROL) {
                try (InputStream content = JavaLayer.class.getResourceAsStream("control/" + file)) {
                    if (content == null) {
                        throw new IllegalStateException("the control task lacks " + file);
                    }
                    Path copy = made.resolve(file);
                    Files.copy(content, copy);
                    copy.toFile().deleteOnExit();
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the control task cannot be unpacked", e);
        }
    }
}
