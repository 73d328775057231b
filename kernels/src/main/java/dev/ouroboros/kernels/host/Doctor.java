package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.kernels.device.DeviceInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code doctor} looks at, each by really trying it in a worker. */
public final class Doctor {
    private static final String LAYER = "the opencl layer";
    private static final String LAUNCH = "OpenCL launch";
    private static final String MEND_DRIVER = "sudo apt-get install --reinstall pocl-opencl-icd ocl-icd-libopencl1";
    private static final String MEND_DEVICE = "sudo apt-get install pocl-opencl-icd ocl-icd-libopencl1";

    private Doctor() {}

    /**
     * Returns the checks, those that others depend on first.
     *
     * @param task folder of a small task, whose kernel is really compiled, run and compared
     */
    public static List<DoctorCheck> checks(Path task) {
        return List.of(Doctor::devices, () -> launch(task), Doctor::oclgrind);
    }

    private static Finding devices() throws InterruptedException {
        try {
            var workers = WorkerFactory.of(Sandboxes.orNone());
            List<DeviceInfo> devices = Devices.list(workers);
            if (devices.isEmpty()) {
                return new Finding("OpenCL device", false, "the ICD loader finds no device", LAYER, MEND_DEVICE);
            }
            return Finding.works(
                    "OpenCL device", devices.stream().map(Doctor::line).collect(Collectors.joining("\n")));
        } catch (IllegalStateException e) {
            return new Finding("OpenCL device", false, String.valueOf(e.getMessage()), LAYER, MEND_DEVICE);
        }
    }

    /** A device may be listed and yet compile or run nothing: here the kernel goes through all stages of a candidate. */
    private static Finding launch(Path folder) throws InterruptedException {
        try {
            Task task = TaskReader.read(folder, Set.of("opencl"));
            var options =
                    new LayerOptions(null, Sandboxes.orNone(), new DefaultToolRunner(), SecretRandom.fromSystem());
            try (var support = new Support().of(task.parts().getFirst(), options)) {
                for (Stage stage : support.stages()) {
                    Outcome outcome = stage.run(task.seed());
                    if (!(outcome instanceof Outcome.Passed)) {
                        return new Finding(LAUNCH, false, stage.name() + ": " + outcome, LAYER, MEND_DRIVER);
                    }
                }
                return Finding.works(
                        LAUNCH,
                        "a kernel passes "
                                + support.stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
            }
        } catch (DeviceMissing e) {
            return new Finding(LAUNCH, false, "there is no device to run it", LAYER, MEND_DEVICE);
        } catch (TaskException | IllegalStateException e) {
            return new Finding(LAUNCH, false, String.valueOf(e.getMessage()), LAYER, MEND_DRIVER);
        }
    }

    private static Finding oclgrind() {
        Oclgrind oclgrind = Oclgrind.find();
        return oclgrind == null
                ? new Finding(
                        "oclgrind", false, "not installed", "the check for races and stray accesses", Oclgrind.MEND)
                : Finding.works("oclgrind", oclgrind.driver().toString());
    }

    private static String line(DeviceInfo device) {
        return device.index() + ": " + device.name() + ", " + device.version() + ", driver " + device.driver() + ", "
                + device.computeUnits() + " compute units";
    }
}
