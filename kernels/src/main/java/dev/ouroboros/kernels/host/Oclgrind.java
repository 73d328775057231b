package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.worker.RunnerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://github.com/jrprice/Oclgrind">Oclgrind</a>, an OpenCL device that follows every access: the only driver
 * of its workers, since beside another one it crashes.
 *
 * @param driver its library for the ICD loader
 */
record Oclgrind(Path driver) {
    /** What installs it. */
    static final String MEND = "sudo apt-get install oclgrind";

    private static final String LIBRARY = "oclgrind/liboclgrind-rt-icd.so";
    private static final Path REPORT = Path.of("/tmp/oclgrind.log");
    private static final int MOST_FINDINGS = 3;

    /** Returns it, or null if it is not installed. */
    static @Nullable Oclgrind find() {
        for (Path folder : new Path[] {Path.of("/usr/lib"), Path.of("/usr/local/lib")}) {
            try (Stream<Path> folders = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
                Path found = Stream.concat(Stream.of(folder), folders.filter(Files::isDirectory))
                        .map(place -> place.resolve(LIBRARY))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(null);
                if (found != null) {
                    return new Oclgrind(found);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }

    /** Returns what starts workers whose one device it is, with the limits of the real one. */
    WorkerFactory workers(Sandbox sandbox, DeviceInfo like) {
        return new WorkerFactory(
                sandbox,
                Map.of(
                        "OCL_ICD_VENDORS",
                        driver.toString(),
                        RunnerMain.REPORT_VARIABLE,
                        REPORT.toString(),
                        "OCLGRIND_DATA_RACES",
                        "1",
                        "OCLGRIND_CHECK_API",
                        "1",
                        "OCLGRIND_MAX_ERRORS",
                        Integer.toString(MOST_FINDINGS),
                        "OCLGRIND_LOCAL_MEM_SIZE",
                        Long.toString(like.localMemory()),
                        "OCLGRIND_MAX_WGSIZE",
                        Long.toString(like.maxWorkGroupSize())),
                true);
    }

    /** Returns what its device is like, without a worker to ask: the only one, in memory of its own. */
    DeviceInfo device(DeviceInfo like) {
        return new DeviceInfo(
                0,
                "Oclgrind",
                "Oclgrind",
                "OpenCL 1.2 (Oclgrind)",
                "",
                false,
                like.computeUnits(),
                0,
                like.maxWorkGroupSize(),
                like.localMemory(),
                like.maxAllocation(),
                1,
                true);
    }
}
