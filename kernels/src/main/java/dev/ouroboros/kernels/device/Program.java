package dev.ouroboros.kernels.device;

import static org.jocl.CL.*;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** Compiled kernels. Not thread-safe. */
public final class Program implements AutoCloseable {
    private static final int LONG_BYTES = 8;
    private static final int POINTER_BYTES = 8;

    private final OpenClRuntime runtime;
    private final cl_program program;

    private Program(OpenClRuntime runtime, cl_program program) {
        this.runtime = runtime;
        this.program = program;
    }

    /**
     * Compiles source.
     *
     * @throws BuildFailure if it has errors
     */
    public static Program compile(OpenClRuntime runtime, List<String> sources, String options) throws BuildFailure {
        cl_program program = clCreateProgramWithSource(
                runtime.context(), sources.size(), sources.toArray(String[]::new), null, null);
        return build(new Program(runtime, program), options);
    }

    /**
     * Loads what {@link #binary()} gave, perhaps in another process.
     *
     * @throws BuildFailure if it does not fit the device
     */
    public static Program load(OpenClRuntime runtime, byte[] binary) throws BuildFailure {
        cl_program program = clCreateProgramWithBinary(
                runtime.context(),
                1,
                new cl_device_id[] {runtime.device()},
                new long[] {binary.length},
                new byte[][] {binary},
                null,
                null);
        return build(new Program(runtime, program), "");
    }

    private static Program build(Program program, String options) throws BuildFailure {
        try {
            clBuildProgram(program.program, 1, new cl_device_id[] {program.runtime.device()}, options, null, null);
            return program;
        } catch (CLException e) {
            String log = program.log();
            program.close();
            throw new BuildFailure(log.isEmpty() ? String.valueOf(e.getMessage()) : log);
        }
    }

    /** Returns what the compiler said. */
    public String log() {
        long[] size = new long[1];
        clGetProgramBuildInfo(program, runtime.device(), CL_PROGRAM_BUILD_LOG, 0, null, size);
        byte[] bytes = new byte[(int) size[0]];
        clGetProgramBuildInfo(program, runtime.device(), CL_PROGRAM_BUILD_LOG, bytes.length, Pointer.to(bytes), null);
        return OpenClRuntime.Text.ofC(bytes);
    }

    /** Returns the program as the device runs it. PoCL links here what {@link PoclSettings} asked for. */
    public byte[] binary() {
        long[] size = new long[1];
        clGetProgramInfo(program, CL_PROGRAM_BINARY_SIZES, LONG_BYTES, Pointer.to(size), null);
        byte[] bytes = new byte[(int) size[0]];
        clGetProgramInfo(program, CL_PROGRAM_BINARIES, POINTER_BYTES, Pointer.to(Pointer.to(bytes)), null);
        return bytes;
    }

    /**
     * Returns a kernel, to be released by the caller.
     *
     * @throws BuildFailure if there is none of that name
     */
    cl_kernel kernel(String entry) throws BuildFailure {
        try {
            return clCreateKernel(program, entry, null);
        } catch (CLException e) {
            throw new BuildFailure("no kernel named " + entry + " in the source (" + e.getMessage() + ")");
        }
    }

    /**
     * Returns what the compiler says about a kernel.
     *
     * @throws BuildFailure if there is none of that name
     */
    public KernelInfo info(String entry) throws BuildFailure {
        cl_kernel kernel = kernel(entry);
        try {
            long[] group = new long[3];
            clGetKernelWorkGroupInfo(
                    kernel,
                    runtime.device(),
                    CL_KERNEL_COMPILE_WORK_GROUP_SIZE,
                    3 * LONG_BYTES,
                    Pointer.to(group),
                    null);
            int[] count = new int[1];
            clGetKernelInfo(kernel, CL_KERNEL_NUM_ARGS, 4, Pointer.to(count), null);
            List<KernelInfo.ArgumentInfo> arguments = new ArrayList<>();
            for (int i = 0; i < count[0]; i++) {
                arguments.add(argument(kernel, i));
            }
            return new KernelInfo(
                    groupInfo(kernel, CL_KERNEL_WORK_GROUP_SIZE),
                    List.of(group[0], group[1], group[2]),
                    groupInfo(kernel, CL_KERNEL_LOCAL_MEM_SIZE),
                    arguments);
        } finally {
            clReleaseKernel(kernel);
        }
    }

    private long groupInfo(cl_kernel kernel, int what) {
        long[] value = new long[1];
        clGetKernelWorkGroupInfo(kernel, runtime.device(), what, LONG_BYTES, Pointer.to(value), null);
        return value[0];
    }

    private static KernelInfo.ArgumentInfo argument(cl_kernel kernel, int i) {
        try {
            int[] address = new int[1];
            clGetKernelArgInfo(kernel, i, CL_KERNEL_ARG_ADDRESS_QUALIFIER, 4, Pointer.to(address), null);
            long[] size = new long[1];
            clGetKernelArgInfo(kernel, i, CL_KERNEL_ARG_TYPE_NAME, 0, null, size);
            byte[] name = new byte[(int) size[0]];
            clGetKernelArgInfo(kernel, i, CL_KERNEL_ARG_TYPE_NAME, name.length, Pointer.to(name), null);
            boolean global = address[0] == CL_KERNEL_ARG_ADDRESS_GLOBAL || address[0] == CL_KERNEL_ARG_ADDRESS_CONSTANT;
            return new KernelInfo.ArgumentInfo(OpenClRuntime.Text.ofC(name), global);
        } catch (CLException e) {
            if (e.getStatus() == CL_KERNEL_ARG_INFO_NOT_AVAILABLE) {
                return new KernelInfo.ArgumentInfo("", false);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        clReleaseProgram(program);
    }
}
