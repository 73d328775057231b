package dev.ouroboros.kernels.device;

import static org.jocl.CL.*;

import dev.ouroboros.cfamily.task.ElementType;
import java.util.ArrayList;
import java.util.List;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;
import org.jocl.cl_kernel;

/** A kernel with its arguments set, ready to be launched again and again. Owns its buffers. */
public final class PreparedLaunch implements AutoCloseable {
    private final OpenClRuntime runtime;
    private final cl_kernel kernel;
    private final List<DeviceBuffer> buffers;
    private final long[] global;
    private final long[] local;

    private PreparedLaunch(
            OpenClRuntime runtime, cl_kernel kernel, List<DeviceBuffer> buffers, long[] global, long[] local) {
        this.runtime = runtime;
        this.kernel = kernel;
        this.buffers = buffers;
        this.global = global;
        this.local = local;
    }

    /** What an argument is set to. */
    public sealed interface Bound {
        record Memory(DeviceBuffer buffer) implements Bound {}

        record Scalar(ElementType type, double value) implements Bound {}
    }

    /**
     * Sets the arguments.
     *
     * @throws BuildFailure if the program has no such kernel
     */
    public static PreparedLaunch of(
            OpenClRuntime runtime, Program program, String entry, List<Bound> arguments, long[] global, long[] local)
            throws BuildFailure {
        cl_kernel kernel = program.kernel(entry);
        List<DeviceBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case Bound.Memory(DeviceBuffer buffer) -> {
                    buffers.add(buffer);
                    clSetKernelArg(kernel, i, Sizeof.cl_mem, Pointer.to(buffer.memory()));
                }
                case Bound.Scalar(ElementType type, double value) ->
                    clSetKernelArg(kernel, i, type.bytes(), scalar(type, value));
            }
        }
        return new PreparedLaunch(runtime, kernel, buffers, global, local);
    }

    private static Pointer scalar(ElementType type, double value) {
        return switch (type) {
            case CHAR, UCHAR -> Pointer.to(new byte[] {(byte) (long) value});
            case SHORT, USHORT -> Pointer.to(new short[] {(short) (long) value});
            case INT, UINT -> Pointer.to(new int[] {(int) (long) value});
            case LONG, ULONG -> Pointer.to(new long[] {(long) value});
            case FLOAT -> Pointer.to(new float[] {(float) value});
            case DOUBLE -> Pointer.to(new double[] {value});
        };
    }

    /** Brings all buffers to the device, inputs and poisoned outputs alike. */
    public void upload() {
        buffers.forEach(DeviceBuffer::upload);
    }

    /** Enqueues one launch. */
    public Timing launch() {
        var event = new cl_event();
        clEnqueueNDRangeKernel(runtime.queue(), kernel, global.length, null, global, local, 0, null, event);
        return new Timing(event);
    }

    /** Enqueues the way back of the outputs. */
    public void download() {
        buffers.forEach(DeviceBuffer::download);
    }

    @Override
    public void close() {
        clReleaseKernel(kernel);
        buffers.forEach(DeviceBuffer::close);
    }

    /** The device's clock of one launch. */
    public static final class Timing implements AutoCloseable {
        private final cl_event event;

        private Timing(cl_event event) {
            this.event = event;
        }

        /** Returns how long a finished launch took, in nanoseconds. */
        public long nanos() {
            return at(CL_PROFILING_COMMAND_END) - at(CL_PROFILING_COMMAND_START);
        }

        private long at(int what) {
            long[] value = new long[1];
            clGetEventProfilingInfo(event, what, Sizeof.cl_long, Pointer.to(value), null);
            return value[0];
        }

        @Override
        public void close() {
            clReleaseEvent(event);
        }
    }
}
