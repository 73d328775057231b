package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.HeldOutStage;
import dev.ouroboros.cfamily.host.InspectStage;
import dev.ouroboros.cfamily.host.KernelBench;
import dev.ouroboros.cfamily.host.SeedReference;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.operator.CFamilyOperators;
import dev.ouroboros.cfamily.reference.Reference;
import dev.ouroboros.cfamily.reference.References;
import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.guard.OpenClSource;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts together what the layer does for a part. Remembers which devices there are. */
public final class Support {
    private final Map<Sandbox, List<DeviceInfo>> devices = new HashMap<>();

    /**
     * Reads the part's table and opens its workshop.
     *
     * @throws TaskException if the table has a mistake
     * @throws DeviceMissing if there is no such device
     */
    public PartSupport of(Part part, LayerOptions options) throws TaskException {
        KernelTask task = KernelTaskReader.read(part);
        DeviceInfo device = Devices.choose(devices(options.sandbox()), options.device());
        WorkerFactory workers = WorkerFactory.of(options.sandbox());
        Workshop workshop = workshop(part, task, device, workers, options.secret());
        var bench = new KernelBench(workshop);
        List<Stage> stages = new ArrayList<>(List.of(
                new InspectStage(part, OpenClSource.DIALECT), new CheckStage(workshop), new HeldOutStage(workshop)));
        Workshop simulated = simulated(part, task, device, options);
        if (simulated != null) {
            stages.add(new OclgrindStage(simulated));
        }
        var operators = CFamilyOperators.of(part.name(), part.files(), Dialect.OPENCL);
        return new PartSupport(stages, operators, bench, () -> {
            bench.close();
            workshop.close();
            if (simulated != null) {
                simulated.close();
            }
        });
    }

    /** Returns what a reader must know of the device to compare measurements. */
    public Map<String, String> environment(LayerOptions options) {
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            DeviceInfo device = Devices.choose(devices(options.sandbox()), options.device());
            facts.put("device", device.name());
            facts.put("driver", device.platform() + " " + device.driver());
            facts.put("OpenCL", device.version());
        } catch (DeviceMissing e) {
            facts.put("device", "none");
        }
        return facts;
    }

    /** Returns the workshop of a part whose files are still those of the task. */
    static Workshop workshop(
            Part part, KernelTask task, DeviceInfo device, WorkerFactory workers, RandomGenerator secret) {
        var target = new DeviceTarget(workers, device);
        References builtIn = References.named(task.contract().reference());
        Reference reference = builtIn != null
                ? builtIn.create()
                : new SeedReference(target, compiler(target, task), task.contract(), Candidate.seed(part), secret);
        return Workshop.open(part, task.contract(), target, compiler(target, task), reference, secret, Defence.ALL);
    }

    private static @Nullable Workshop simulated(Part part, KernelTask task, DeviceInfo like, LayerOptions options) {
        Oclgrind oclgrind = Oclgrind.find();
        if (oclgrind == null) {
            return null;
        }
        WorkerFactory workers = oclgrind.workers(options.sandbox(), like);
        return workshop(part, task, oclgrind.device(like), workers, options.secret());
    }

    private synchronized List<DeviceInfo> devices(Sandbox sandbox) {
        return devices.computeIfAbsent(sandbox, key -> {
            try {
                return Devices.list(WorkerFactory.of(key));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        });
    }

    static DeviceCompiler compiler(DeviceTarget target, KernelTask task) {
        return new DeviceCompiler(target.workers(), target.device(), task, Defence.ALL);
    }
}
