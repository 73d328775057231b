package dev.ouroboros.nativec.worker;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.cfamily.worker.Messages.Ask;
import dev.ouroboros.cfamily.worker.Messages.Describe;
import dev.ouroboros.cfamily.worker.Messages.Done;
import dev.ouroboros.cfamily.worker.Messages.Go;
import dev.ouroboros.cfamily.worker.Messages.Load;
import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Times;
import dev.ouroboros.cfamily.worker.Messages.Unload;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Lockdown;
import dev.ouroboros.engine.process.WorkerServer;
import dev.ouroboros.nativec.binding.Launch;
import dev.ouroboros.nativec.binding.Launches;
import dev.ouroboros.nativec.binding.NativeKernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs built kernels. Before the first of them it takes from itself the right to start processes. */
public final class RunnerMain {
    private final MemorySegment exchange;
    private final Map<Integer, Loaded> kernels = new HashMap<>();
    private final Map<Integer, Ready> plans = new HashMap<>();
    private long nanos;

    private record Loaded(NativeKernel kernel, Arena arena) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Ready(int slot, Launch[] launches, Arena arena) {}

    private RunnerMain(MemorySegment exchange) {
        this.exchange = exchange;
    }

    /** Serves until the parent ends it; the argument is {@code lock} or {@code free}. */
    public static void main(String[] arguments) throws IOException {
        var runner = new RunnerMain(ExchangeFile.inherited(0, Arena.global()));
        if (arguments[0].equals("lock") && Lockdown.install() instanceof Lockdown.Result.Unsupported(String reason)) {
            throw new IllegalStateException("no candidate may run in a process that can start others: " + reason);
        }
        WorkerServer.serve(runner::handle);
    }

    private Frame handle(Frame request) {
        try {
            return Messages.frame(answer(request));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Messages.error(String.valueOf(e.getMessage()));
        }
    }

    private Message answer(Frame request) {
        return switch (request.kind()) {
            case "Describe" -> {
                Messages.read(request, Describe.class);
                yield new Done();
            }
            case "Load" -> load(Messages.read(request, Load.class).slot(), request.payload());
            case "Unload" -> unload(Messages.read(request, Unload.class).slot());
            case "NativePlan" -> plan(Messages.read(request, NativePlan.class));
            case "Go" -> go(Messages.read(request, Go.class));
            case "Ask" -> {
                Messages.read(request, Ask.class);
                yield new Times(List.of(nanos));
            }
            default -> throw new IllegalArgumentException("a runner does not know " + request.kind());
        };
    }

    /** The loader takes a name for a library it knows, so each gets a name of its own. */
    @SuppressWarnings("MustBeClosedChecker") // unload() closes it.
    private Message load(int slot, byte[] library) {
        unload(slot);
        Arena arena = Arena.ofShared();
        boolean loaded = false;
        try {
            Path file = Files.createTempFile("kernel", ".so");
            Files.write(file, library);
            kernels.put(slot, new Loaded(NativeKernel.load(file, arena), arena));
            Files.delete(file);
            loaded = true;
            return new Done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!loaded) {
                arena.close();
            }
        }
    }

    private Message unload(int slot) {
        plans.values().removeIf(plan -> {
            boolean its = plan.slot == slot;
            if (its) {
                plan.arena.close();
            }
            return its;
        });
        Loaded loaded = kernels.remove(slot);
        if (loaded != null) {
            loaded.arena.close();
        }
        return new Done();
    }

    @SuppressWarnings("MustBeClosedChecker") // unload() and the next plan of this number close it.
    private Message plan(NativePlan plan) {
        Ready old = plans.remove(plan.plan());
        if (old != null) {
            old.arena.close();
        }
        Arena arena = Arena.ofShared();
        Launch[] launches = plan.launches().stream()
                .map(places -> Launches.of(arena, exchange, places, plan.shape(), plan.result()))
                .toArray(Launch[]::new);
        plans.put(plan.plan(), new Ready(plan.slot(), launches, arena));
        return new Done();
    }

    private Message go(Go go) {
        Ready ready = plans.get(go.plan());
        Loaded loaded = ready == null ? null : kernels.get(ready.slot);
        if (ready == null || loaded == null) {
            throw new IllegalArgumentException("no plan " + go.plan());
        }
        NativeKernel kernel = loaded.kernel;
        Launch[] launches = ready.launches;
        long start = System.nanoTime();
        int next = 0;
        for (int i = 0; i < go.launches(); i++) {
            kernel.call(launches[next]);
            next = next + 1 < launches.length ? next + 1 : 0;
        }
        nanos = System.nanoTime() - start;
        return new Done();
    }
}
