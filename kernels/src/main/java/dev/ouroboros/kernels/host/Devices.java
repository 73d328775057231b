package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.worker.DeviceMessages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenCL devices of this machine, as a worker sees them: a bad driver must not end the parent. */
final class Devices {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Devices() {}

    /**
     * Lists them.
     *
     * @throws IllegalStateException if the worker that looks dies
     */
    static List<DeviceInfo> list(WorkerFactory workers) throws InterruptedException {
        try (Worker worker = workers.compiler(0)) {
            var answer = worker.call(Messages.frame(new Messages.Describe()), PATIENCE);
            return Messages.read(answer, DeviceMessages.Devices.class).devices();
        } catch (WorkerFailure e) {
            throw new IllegalStateException("the worker that looks for OpenCL devices failed: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the one that is asked for.
     *
     * @param choice index or part of the name, or null for the first
     * @throws DeviceMissing if there is none, or several fit
     */
    static DeviceInfo choose(List<DeviceInfo> devices, @Nullable String choice) {
        if (devices.isEmpty()) {
            throw new DeviceMissing("no OpenCL device. Maybe: sudo apt-get install pocl-opencl-icd");
        }
        if (choice == null) {
            return devices.getFirst();
        }
        if (choice.matches("\\d{1,3}") && Integer.parseInt(choice) < devices.size()) {
            return devices.get(Integer.parseInt(choice));
        }
        String part = choice.toLowerCase(Locale.ROOT);
        List<DeviceInfo> fitting = devices.stream()
                .filter(device -> device.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new DeviceMissing((fitting.isEmpty() ? "no" : "more than one") + " OpenCL device fits '"
                + choice + "'; there are\n"
                + devices.stream()
                        .map(device -> "  " + device.index() + "  " + device.name())
                        .collect(Collectors.joining("\n"))
                + "\nMaybe use the number.");
    }
}
