package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Target;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.kernels.device.DeviceInfo;

/** One device, as locked-down workers use it. */
record DeviceTarget(WorkerFactory workers, DeviceInfo device) implements Target {

    @Override
    public String name() {
        return "the device " + device.name();
    }

    @Override
    public String capability() {
        return "an OpenCL device";
    }

    @Override
    public boolean sharesMemory() {
        return device.cpu();
    }

    @Override
    public double leastSeconds(Problem problem) {
        return Roofline.seconds(device, problem);
    }

    @Override
    public Worker start(ExchangeFile exchange) throws InterruptedException {
        return workers.runner(device.index(), exchange);
    }
}
