package dev.ouroboros.engine.process;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The program of a worker that is honest, or not, as its first argument says. */
final class TestWorker {
    private TestWorker() {}

    public static void main(String[] arguments) throws Throwable {
        switch (arguments[0]) {
            case "echo" -> WorkerServer.serve(request -> request);
            case "print" -> WorkerServer.serve(TestWorker::print);
            case "segv" -> WorkerServer.serve(TestWorker::segmentationFault);
            case "heap" -> WorkerServer.serve(TestWorker::fillHeap);
            case "native-memory" -> WorkerServer.serve(TestWorker::fillNativeMemory);
            case "memory-file" -> WorkerServer.serve(TestWorker::memoryFile);
            case "replay" -> replay();
            case "lockdown" -> WorkerServer.serve(TestWorker::lockdown);
            case "shared" -> WorkerServer.serve(TestWorker::shared);
            case "hold-lock" -> holdLock(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Frame print(Frame request) {
        System.out.println("from Java");
        Linker linker = Linker.nativeLinker();
        var type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            var puts = linker.downcallHandle(linker.defaultLookup().findOrThrow("puts"), type);
            var flush = linker.downcallHandle(linker.defaultLookup().findOrThrow("fflush"), type);
            int length = (int) puts.invoke(arena.allocateFrom("from C"));
            int flushed = (int) flush.invoke(MemorySegment.NULL);
            return length < 0 || flushed != 0 ? Frame.of("failed") : request;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static Frame segmentationFault(Frame request) {
        long here = MemorySegment.ofAddress(64).reinterpret(64).get(ValueLayout.JAVA_LONG, 0);
        return Frame.of("alive " + here);
    }

    private static Frame fillHeap(Frame request) {
        return new Frame("huge", request.body(), new byte[1 << 30]);
    }

    private static Frame fillNativeMemory(Frame request) {
        for (Arena arena = Arena.global(); ; ) {
            arena.allocate(1 << 24).fill((byte) 1);
        }
    }

    private static Frame memoryFile(Frame request) {
        try (var file = MemoryFile.ofSize("hidden", 1 << 20)) {
            return Frame.of("made " + file.descriptor());
        } catch (IllegalStateException e) {
            return Frame.of("refused");
        }
    }

    /** Answers the first request rightly, then every other one with the first one's nonce. */
    private static void replay() throws IOException {
        try (var in = new FileInputStream("/proc/self/fd/0");
                var out = new FileOutputStream("/proc/self/fd/1")) {
            byte[] first = null;
            for (var request = FrameCodec.read(in); request != null; request = FrameCodec.read(in)) {
                first = Objects.requireNonNullElse(first, request.nonce());
                FrameCodec.write(out, first, FrameCodec.encode(request.frame()));
            }
        }
    }

    /** Tries everything before and after the lock. */
    private static Frame lockdown(Frame request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("java-before", startsProcess());
        body.put("spawn-before", posixSpawn());
        body.put("result", Lockdown.install().toString());
        body.put("java-after", startsProcess());
        body.put("spawn-after", posixSpawn());
        body.put("fork-after", integer("fork"));
        body.put("vfork-after", integer("vfork"));
        body.put("socket-after", Posix.call(SystemCall.SOCKET, 1, 1, 0));
        body.put("memfd-after", Posix.call(SystemCall.MEMFD_CREATE, 0, 0));
        body.put("thread-after", startsThread());
        System.gc();
        return Frame.of("tried", body);
    }

    private static boolean startsProcess() {
        try {
            return new ProcessBuilder("/bin/true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean startsThread() {
        try {
            return Thread.ofPlatform().start(System::nanoTime).join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int posixSpawn() {
        Linker linker = Linker.nativeLinker();
        var a = ValueLayout.ADDRESS;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom("/bin/true");
            MemorySegment arguments = arena.allocate(16);
            arguments.set(a, 0, path);
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("posix_spawn"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, a, a, a, a, a, a))
                    .invoke(
                            arena.allocate(8),
                            path,
                            MemorySegment.NULL,
                            MemorySegment.NULL,
                            arguments,
                            arena.allocate(8));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static int integer(String function) {
        Linker linker = Linker.nativeLinker();
        try {
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(ValueLayout.JAVA_INT))
                    .invoke();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Adds one to every byte, then tries to pull the memory away from under the parent. */
    private static Frame shared(Frame request) {
        try (Arena arena = Arena.ofConfined();
                var file = FileChannel.open(Path.of("/proc/self/fd/4"), StandardOpenOption.WRITE)) {
            MemorySegment memory = ExchangeFile.inherited(0, arena);
            for (long i = 0; i < memory.byteSize(); i++) {
                memory.set(ValueLayout.JAVA_BYTE, i, (byte) (memory.get(ValueLayout.JAVA_BYTE, i) + 1));
            }
            try {
                file.truncate(0);
                return Frame.of("truncated");
            } catch (IOException refused) {
                return Frame.of("refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("try") // Held until this process is killed.
    private static void holdLock(Path file) throws Exception {
        try (var held = new MachineExclusion(file, holder -> {}).exclusive()) {
            System.out.println("held");
            Thread.sleep(Duration.ofMinutes(10));
        }
    }
}
