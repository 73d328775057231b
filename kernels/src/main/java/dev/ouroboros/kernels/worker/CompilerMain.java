package dev.ouroboros.kernels.worker;

import dev.ouroboros.cfamily.guard.CompiledCode;
import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.cfamily.worker.Messages.Describe;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.WorkerServer;
import dev.ouroboros.kernels.device.BuildFailure;
import dev.ouroboros.kernels.device.KernelInfo;
import dev.ouroboros.kernels.device.OpenClRuntime;
import dev.ouroboros.kernels.device.PoclSettings;
import dev.ouroboros.kernels.device.Program;
import dev.ouroboros.kernels.worker.DeviceMessages.Compile;
import dev.ouroboros.kernels.worker.DeviceMessages.Compiled;
import dev.ouroboros.kernels.worker.DeviceMessages.Devices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists devices and compiles candidates for one. It may start a linker, and never runs what it compiled. */
public final class CompilerMain {
    private static final String WARM_UP = "kernel void warm_up(global float *x) { x[get_global_id(0)] = 1; }";

    private final int device;
    private final Path cache;
    private @Nullable OpenClRuntime runtime;
    private int compiled;

    private CompilerMain(int device, Path cache) {
        this.device = device;
        this.cache = cache;
    }

    /** Serves until the parent ends it; the argument is the device's index. */
    public static void main(String[] arguments) throws IOException {
        Path cache = Files.createTempDirectory("kernels");
        PoclSettings.useCache(cache);
        var compiler = new CompilerMain(Integer.parseInt(arguments[0]), cache);
        WorkerServer.serve(compiler::handle);
    }

    private Frame handle(Frame request) {
        if (request.kind().equals(Describe.class.getSimpleName())) {
            return Messages.frame(new Devices(OpenClRuntime.devices()));
        }
        return compile(Messages.read(request, Compile.class));
    }

    private Frame compile(Compile request) {
        OpenClRuntime open = open();
        KernelInfo kernel = null;
        String log = "";
        List<Integer> sizes = new ArrayList<>();
        var payload = new ByteArrayOutputStream();
        clearCache();
        for (int i = 0; i < request.variants().size(); i++) {
            PoclSettings.requestVariants(request.variants().get(i));
            try (Program program = Program.compile(open, unique(request.sources()), request.options())) {
                kernel = program.info(request.entry());
                log = program.log();
                byte[] binary = program.binary();
                List<String> missing = missing(open, request.variants().get(i));
                if (!missing.isEmpty()) {
                    return Messages.error("the compiler did not make " + missing);
                }
                sizes.add(binary.length);
                payload.writeBytes(binary);
            } catch (BuildFailure e) {
                return Messages.frame(new Compiled(String.valueOf(e.getMessage()), null, List.of(), List.of(), false));
            }
        }
        var imports = new TreeSet<String>();
        boolean runsAtLoad = false;
        for (CompiledCode code : machineCode()) {
            imports.addAll(code.suspicious());
            runsAtLoad |= code.runsAtLoad();
        }
        return Messages.frame(
                new Compiled(log, kernel, sizes, List.copyOf(imports), runsAtLoad), payload.toByteArray());
    }

    /**
     * PoCL compiles a function once for all programs that are the same after preprocessing, even if its result has been
     * deleted since: so no two may be the same. What makes the difference stands last, where it moves no line.
     */
    private List<String> unique(List<String> sources) {
        List<String> all = new ArrayList<>(sources);
        all.add("\n\ntypedef char ouroboros_" + compiled + ";\n");
        compiled++;
        return all;
    }

    /** The first compile loads the compiler itself; better before a candidate waits for it. */
    private OpenClRuntime open() {
        if (runtime == null) {
            runtime = OpenClRuntime.open(device);
            try (Program program = Program.compile(runtime, List.of(WARM_UP), "")) {
                program.binary();
            } catch (BuildFailure e) {
                throw new IllegalStateException("the device's compiler does not work: " + e.getMessage(), e);
            }
        }
        return runtime;
    }

    /** PoCL names a folder of its cache for each function. */
    private List<String> missing(OpenClRuntime open, List<String> variants) {
        if (!open.info().pocl()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            Set<String> found = files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            return variants.stream().filter(name -> !found.contains(name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CompiledCode> machineCode() {
        try (Stream<Path> files = Files.walk(cache)) {
            List<CompiledCode> codes = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".so")).toList()) {
                codes.add(CompiledCode.read(Files.readAllBytes(file)));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clearCache() {
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(cache)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
