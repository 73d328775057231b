package dev.ouroboros.kernels.device;

import static org.jocl.CL.*;

import java.lang.foreign.MemorySegment;
import org.jocl.Pointer;
import org.jocl.cl_mem;

/**
 * A buffer that mirrors host memory. On a CPU device both are the same memory; on any other one the content travels at
 * {@link #upload} and {@link #download}.
 */
public final class DeviceBuffer implements AutoCloseable {
    private final OpenClRuntime runtime;
    private final cl_mem memory;
    private final MemorySegment host;
    private final boolean written;

    private DeviceBuffer(OpenClRuntime runtime, cl_mem memory, MemorySegment host, boolean written) {
        this.runtime = runtime;
        this.memory = memory;
        this.host = host;
        this.written = written;
    }

    /**
     * Makes one.
     *
     * @param host native memory, aligned to a page
     * @param written whether kernels write it
     */
    public static DeviceBuffer over(OpenClRuntime runtime, MemorySegment host, boolean written) {
        long flags = written ? CL_MEM_READ_WRITE : CL_MEM_READ_ONLY;
        boolean shared = runtime.info().cpu();
        cl_mem memory = clCreateBuffer(
                runtime.context(),
                shared ? flags | CL_MEM_USE_HOST_PTR : flags,
                host.byteSize(),
                shared ? Pointer.to(host.asByteBuffer()) : null,
                null);
        return new DeviceBuffer(runtime, memory, host, written);
    }

    cl_mem memory() {
        return memory;
    }

    /** Brings the host's content to the device. */
    public void upload() {
        if (!runtime.info().cpu()) {
            clEnqueueWriteBuffer(
                    runtime.queue(), memory, true, 0, host.byteSize(), Pointer.to(host.asByteBuffer()), 0, null, null);
        }
    }

    /** Starts to bring what kernels wrote to the host; it is there when the queue is finished. */
    public void download() {
        if (!runtime.info().cpu() && written) {
            clEnqueueReadBuffer(
                    runtime.queue(), memory, false, 0, host.byteSize(), Pointer.to(host.asByteBuffer()), 0, null, null);
        }
    }

    @Override
    public void close() {
        clReleaseMemObject(memory);
    }
}
