package dev.ouroboros.kernels.device;

import static org.jocl.CL.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.jocl.cl_queue_properties;

/** One device, open for use: its context and one queue in order, with profiling. */
public final class OpenClRuntime {
    private static final int LONG_BYTES = 8;

    private final DeviceInfo info;
    private final cl_device_id device;
    private final cl_context context;
    private final cl_command_queue queue;

    private OpenClRuntime(DeviceInfo info, cl_device_id device, cl_context context, cl_command_queue queue) {
        this.info = info;
        this.device = device;
        this.context = context;
        this.queue = queue;
    }

    private record Found(cl_platform_id platform, cl_device_id device) {}

    /** Returns every device of every platform; empty if there is none. */
    public static List<DeviceInfo> devices() {
        List<DeviceInfo> infos = new ArrayList<>();
        for (Found each : find()) {
            infos.add(describe(infos.size(), each));
        }
        return infos;
    }

    /**
     * Opens a device.
     *
     * @param index its position in {@link #devices()}
     */
    public static OpenClRuntime open(int index) {
        List<Found> all = find();
        if (index < 0 || index >= all.size()) {
            throw new IllegalArgumentException("no device " + index + "; there are " + all.size());
        }
        Found found = all.get(index);
        var contextProperties = new cl_context_properties();
        contextProperties.addProperty(CL_CONTEXT_PLATFORM, found.platform);
        cl_device_id[] devices = {found.device};
        cl_context context = clCreateContext(contextProperties, 1, devices, null, null, null);
        return new OpenClRuntime(describe(index, found), found.device, context, queue(context, found.device));
    }

    /** Returns what the device says about itself. */
    public DeviceInfo info() {
        return info;
    }

    cl_device_id device() {
        return device;
    }

    cl_context context() {
        return context;
    }

    cl_command_queue queue() {
        return queue;
    }

    /** Waits until all that was enqueued is done. */
    public void finish() {
        clFinish(queue);
    }

    private static cl_command_queue queue(cl_context context, cl_device_id device) {
        var properties = new cl_queue_properties();
        properties.addProperty(CL_QUEUE_PROPERTIES, CL_QUEUE_PROFILING_ENABLE);
        return clCreateCommandQueueWithProperties(context, device, properties, null);
    }

    private static List<Found> find() {
        CL.setExceptionsEnabled(true);
        List<Found> found = new ArrayList<>();
        int[] count = new int[1];
        try {
            clGetPlatformIDs(0, null, count);
        } catch (CLException noPlatform) {
            return found;
        }
        var platforms = new cl_platform_id[count[0]];
        clGetPlatformIDs(platforms.length, platforms, null);
        for (cl_platform_id platform : platforms) {
            for (cl_device_id device : devicesOf(platform)) {
                found.add(new Found(platform, device));
            }
        }
        return found;
    }

    private static List<cl_device_id> devicesOf(cl_platform_id platform) {
        int[] count = new int[1];
        try {
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
        } catch (CLException e) {
            if (e.getStatus() == CL_DEVICE_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
        var devices = new cl_device_id[count[0]];
        clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices.length, devices, null);
        return List.of(devices);
    }

    private static DeviceInfo describe(int index, Found found) {
        cl_device_id device = found.device;
        return new DeviceInfo(
                index,
                platformName(found.platform),
                text(device, CL_DEVICE_NAME),
                text(device, CL_DEVICE_VERSION),
                text(device, CL_DRIVER_VERSION),
                isCpu(found),
                (int) number(device, CL_DEVICE_MAX_COMPUTE_UNITS),
                (int) number(device, CL_DEVICE_MAX_CLOCK_FREQUENCY),
                number(device, CL_DEVICE_MAX_WORK_GROUP_SIZE),
                number(device, CL_DEVICE_LOCAL_MEM_SIZE),
                number(device, CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                (int) number(device, CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT),
                number(device, CL_DEVICE_DOUBLE_FP_CONFIG) != 0);
    }

    /** Oclgrind says it is a device of every type, and has memory of its own. */
    private static boolean isCpu(Found found) {
        long type = number(found.device, CL_DEVICE_TYPE);
        return (type & CL_DEVICE_TYPE_CPU) != 0 && (type & CL_DEVICE_TYPE_GPU) == 0;
    }

    /** Numbers of four bytes fill the lower half, which comes first on every host that is supported. */
    private static long number(cl_device_id device, int what) {
        long[] value = new long[1];
        clGetDeviceInfo(device, what, LONG_BYTES, Pointer.to(value), null);
        return value[0];
    }

    private static String text(cl_device_id device, int what) {
        long[] size = new long[1];
        clGetDeviceInfo(device, what, 0, null, size);
        byte[] bytes = new byte[(int) size[0]];
        clGetDeviceInfo(device, what, bytes.length, Pointer.to(bytes), null);
        return Text.ofC(bytes);
    }

    private static String platformName(cl_platform_id platform) {
        long[] size = new long[1];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, 0, null, size);
        byte[] bytes = new byte[(int) size[0]];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, bytes.length, Pointer.to(bytes), null);
        return Text.ofC(bytes);
    }

    /** Strings as OpenCL gives them. */
    static final class Text {
        private Text() {}

        static String ofC(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf('\0');
            return (end < 0 ? text : text.substring(0, end)).strip();
        }
    }
}
