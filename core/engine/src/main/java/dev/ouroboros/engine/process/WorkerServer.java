package dev.ouroboros.engine.process;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The worker's side of {@link Worker}: answers requests one after the other until the parent closes the stream. */
public final class WorkerServer {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private WorkerServer() {}

    /** What a worker does with one request. What it throws ends the worker and appears in the parent's failure. */
    @FunctionalInterface
    public interface Handler {
        Frame handle(Frame request);
    }

    /**
     * Serves on standard input and output, and takes descriptor 1 away from everybody else: what Java or native code, such as
     * a kernel's {@code printf}, writes to standard output goes to standard error.
     */
    public static void serve(Handler handler) throws IOException {
        try (var in = new FileInputStream("/proc/self/fd/0");
                var out = new FileOutputStream("/proc/self/fd/1")) {
            Posix.need(SystemCall.DUP3, STDERR, STDOUT, 0);
            System.setIn(InputStream.nullInputStream());
            System.setOut(System.err);
            serve(in, out, handler);
        }
    }

    /** Serves on given streams. */
    public static void serve(InputStream in, OutputStream out, Handler handler) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER_BYTES);
        for (var request = FrameCodec.read(buffered); request != null; request = FrameCodec.read(buffered)) {
            FrameCodec.write(out, request.nonce(), FrameCodec.encode(handler.handle(request.frame())));
        }
    }
}
