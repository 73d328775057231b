package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The layer {@code arithmetic}; what its parts can say is {@link Simulation}. */
public final class ArithmeticLayer implements Layer {
    private final double controlBias;

    /** What {@link java.util.ServiceLoader} makes. */
    public ArithmeticLayer() {
        this(0);
    }

    /** @param controlBias how much faster, as a logarithm, the challenger of the control task seems than it is */
    public ArithmeticLayer(double controlBias) {
        this.controlBias = controlBias;
    }

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        var simulation = Simulation.read(part.settings());
        var file = part.name() + "/" + part.files().getFirst();
        var seed = part.settings().string("equals");
        var cost = simulation.cost();
        return new PartSupport(
                List.<Stage>of(
                        new ValueStage(file, TermParser.parse(seed), simulation, options.secret()),
                        new ConfirmationStage(file, simulation)),
                List.of(Rewrite.dropNeutral(file), Rewrite.mergeEqual(file)),
                cost == null ? null : new SimulatedBench(part.name(), file, cost, simulation),
                () -> {});
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return List.of(() -> DoctorCheck.Finding.works("arithmetic", "of this machine"));
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        return Map.of("arithmetic", "1.0");
    }

    @Override
    public Path controlTask() {
        try {
            var folder = Files.createTempDirectory("arithmetic-control");
            folder.toFile().deleteOnExit();
            write(folder.resolve("x.txt"), "x + 1\n");
            write(folder.resolve("task.toml"), """
                    name = "control"
                    [[parts]]
                    name = "control"
                    layer = "arithmetic"
                    files = ["x.txt"]
                      [parts.parameters]
                      NOTHING = [0, 1]
                      [parts.arithmetic]
                      equals = "x + 1"
                      cost = "0.001 + 0 * NOTHING"
                      alike = true
                      bias = %s
                    [[objectives]]
                    metric = "seconds"
                    goal = "minimize"
                    """.formatted(controlBias));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text).toFile().deleteOnExit();
    }
}
