package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.kernels.device.DeviceInfo;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code doctor} looks at, each by really trying it in a worker. */
public final class Doctor {
    private static final String LAYER = "the opencl layer";
    private static final String MEND_DEVICE = "sudo apt-get install pocl-opencl-icd ocl-icd-libopencl1";

    private Doctor() {}

    /** Returns the checks, those that others depend on first. */
    public static List<DoctorCheck> checks() {
        return List.of(Doctor::devices, Doctor::oclgrind);
    }

    private static Finding devices() throws InterruptedException {
        try {
            var workers = WorkerFactory.of(sandbox());
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

    /** Without one a worker is still a process of its own, good enough to look. */
    private static Sandbox sandbox() throws InterruptedException {
        return Sandboxes.detect() instanceof Sandboxes.Detection.Works(Sandbox sandbox) ? sandbox : new NoSandbox();
    }
}
