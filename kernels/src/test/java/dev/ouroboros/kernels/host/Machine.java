package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.kernels.device.DeviceInfo;

/** What this machine has, found once. */
final class Machine {
    static final Sandbox SANDBOX = sandbox();
    static final WorkerFactory WORKERS = WorkerFactory.of(SANDBOX);
    static final DeviceInfo DEVICE = device();
    static final DeviceTarget TARGET = new DeviceTarget(WORKERS, DEVICE);

    private Machine() {}

    private static Sandbox sandbox() {
        try {
            if (Sandboxes.detect() instanceof Detection.Works(Sandbox sandbox)) {
                return sandbox;
            }
            throw new IllegalStateException("these tests need bubblewrap: apt-get install bubblewrap");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeviceInfo device() {
        try {
            return Devices.list(WORKERS).getFirst();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
