package dev.ouroboros.kernels.worker;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.cfamily.worker.Messages.Ask;
import dev.ouroboros.cfamily.worker.Messages.AskReport;
import dev.ouroboros.cfamily.worker.Messages.Describe;
import dev.ouroboros.cfamily.worker.Messages.Done;
import dev.ouroboros.cfamily.worker.Messages.Go;
import dev.ouroboros.cfamily.worker.Messages.Load;
import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.cfamily.worker.Messages.Report;
import dev.ouroboros.cfamily.worker.Messages.Times;
import dev.ouroboros.cfamily.worker.Messages.Unload;
import dev.ouroboros.cfamily.worker.Messages.Upload;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Lockdown;
import dev.ouroboros.engine.process.WorkerServer;
import dev.ouroboros.kernels.device.BuildFailure;
import dev.ouroboros.kernels.device.DeviceBuffer;
import dev.ouroboros.kernels.device.OpenClRuntime;
import dev.ouroboros.kernels.device.PoclSettings;
import dev.ouroboros.kernels.device.PreparedLaunch;
import dev.ouroboros.kernels.device.PreparedLaunch.Bound;
import dev.ouroboros.kernels.device.Program;
import dev.ouroboros.kernels.worker.DeviceMessages.Devices;
import dev.ouroboros.kernels.worker.DeviceMessages.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jocl.CLException;

/** Runs compiled candidates. Before the first of them it takes from itself the right to start processes. */
public final class RunnerMain {
    /** Where oclgrind writes what it finds. */
    public static final String REPORT_VARIABLE = "OCLGRIND_LOG";

    private final OpenClRuntime runtime;
    private final MemorySegment exchange;
    private final Map<Integer, Program> programs = new HashMap<>();
    private final Map<Integer, ReadyPlan> plans = new HashMap<>();
    private List<PreparedLaunch.Timing> last = List.of();

    private record ReadyPlan(int slot, List<PreparedLaunch> launches) {}

    private RunnerMain(OpenClRuntime runtime, MemorySegment exchange) {
        this.runtime = runtime;
        this.exchange = exchange;
    }

    /** Serves until the parent ends it; the arguments are the device's index, and {@code lock} or {@code free}. */
    public static void main(String[] arguments) throws IOException {
        PoclSettings.useCache(Files.createTempDirectory("kernels"));
        OpenClRuntime runtime = OpenClRuntime.open(Integer.parseInt(arguments[0]));
        var runner = new RunnerMain(runtime, ExchangeFile.inherited(0, Arena.global()));
        if (arguments[1].equals("lock") && Lockdown.install() instanceof Lockdown.Result.Unsupported(String reason)) {
            throw new IllegalStateException("no candidate may run in a process that can start others: " + reason);
        }
        WorkerServer.serve(runner::handle);
    }

    private Frame handle(Frame request) {
        try {
            return Messages.frame(answer(request));
        } catch (CLException | BuildFailure e) {
            return Messages.error(String.valueOf(e.getMessage()));
        }
    }

    private Message answer(Frame request) throws BuildFailure {
        return switch (request.kind()) {
            case "Describe" -> {
                Messages.read(request, Describe.class);
                yield new Devices(List.of(runtime.info()));
            }
            case "Load" -> load(Messages.read(request, Load.class).slot(), request.payload());
            case "Unload" -> unload(Messages.read(request, Unload.class).slot());
            case "Plan" -> plan(Messages.read(request, Plan.class));
            case "Upload" -> upload(plan(Messages.read(request, Upload.class).plan()));
            case "Go" -> go(Messages.read(request, Go.class));
            case "Ask" -> {
                Messages.read(request, Ask.class);
                yield new Times(last.stream().map(PreparedLaunch.Timing::nanos).toList());
            }
            case "AskReport" -> {
                Messages.read(request, AskReport.class);
                yield new Report(report());
            }
            default -> throw new IllegalArgumentException("a runner does not know " + request.kind());
        };
    }

    private Message load(int slot, byte[] binary) throws BuildFailure {
        unload(slot);
        programs.put(slot, Program.load(runtime, binary));
        return new Done();
    }

    private Message unload(int slot) {
        forgetTimes();
        plans.entrySet().removeIf(entry -> {
            boolean its = entry.getValue().slot == slot;
            if (its) {
                entry.getValue().launches.forEach(PreparedLaunch::close);
            }
            return its;
        });
        Program program = programs.remove(slot);
        if (program != null) {
            program.close();
        }
        return new Done();
    }

    private Message plan(Plan plan) throws BuildFailure {
        ReadyPlan old = plans.remove(plan.plan());
        if (old != null) {
            old.launches.forEach(PreparedLaunch::close);
        }
        Program program = programs.get(plan.slot());
        if (program == null) {
            throw new IllegalArgumentException("no program in slot " + plan.slot());
        }
        List<PreparedLaunch> launches = new ArrayList<>();
        for (List<Place> places : plan.launches()) {
            List<Bound> arguments = new ArrayList<>();
            places.forEach(place -> arguments.add(bind(place)));
            launches.add(PreparedLaunch.of(
                    runtime, program, plan.entry(), arguments, array(plan.global()), array(plan.local())));
        }
        plans.put(plan.plan(), new ReadyPlan(plan.slot(), launches));
        return new Done();
    }

    private Bound bind(Place place) {
        return place.offset() < 0
                ? new Bound.Scalar(place.type(), place.value())
                : new Bound.Memory(
                        DeviceBuffer.over(runtime, exchange.asSlice(place.offset(), place.bytes()), place.written()));
    }

    private Message upload(ReadyPlan plan) {
        plan.launches.forEach(PreparedLaunch::upload);
        runtime.finish();
        return new Done();
    }

    private Message go(Go go) {
        forgetTimes();
        List<PreparedLaunch> launches = plan(go.plan()).launches;
        List<PreparedLaunch.Timing> timings = new ArrayList<>(go.launches());
        for (int i = 0; i < go.launches(); i++) {
            timings.add(launches.get(i % launches.size()).launch());
        }
        runtime.finish();
        if (!runtime.info().cpu()) {
            // Only now: oclgrind 21.10 aborts when a read waits behind a kernel.
            for (int i = 0; i < Math.min(go.launches(), launches.size()); i++) {
                launches.get(i).download();
            }
            runtime.finish();
        }
        last = timings;
        return new Done();
    }

    /** Of oclgrind, whose kernels are interpreted and cannot write it themselves. */
    private static String report() {
        try {
            Path log = Path.of(System.getenv(REPORT_VARIABLE));
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadyPlan plan(int number) {
        ReadyPlan plan = plans.get(number);
        if (plan == null) {
            throw new IllegalArgumentException("no plan " + number);
        }
        return plan;
    }

    private void forgetTimes() {
        last.forEach(PreparedLaunch.Timing::close);
        last = List.of();
    }

    private static long[] array(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}
