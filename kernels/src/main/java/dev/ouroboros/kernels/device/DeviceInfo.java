package dev.ouroboros.kernels.device;

/**
 * What an OpenCL device says about itself.
 *
 * @param index its position among all devices of all platforms
 * @param platform name of its platform
 * @param version OpenCL version and what the vendor adds
 * @param driver version of the driver
 * @param cpu whether it is the host's processor, and computes in the host's own memory
 * @param clockMhz highest clock, 0 if unknown
 * @param maxWorkGroupSize work-items of the largest group
 * @param localMemory bytes of local memory for a group
 * @param maxAllocation bytes of the largest buffer
 * @param floatVector floats in its native vector
 * @param doublePrecision whether kernels can use double
 */
public record DeviceInfo(
        int index,
        String platform,
        String name,
        String version,
        String driver,
        boolean cpu,
        int computeUnits,
        int clockMhz,
        long maxWorkGroupSize,
        long localMemory,
        long maxAllocation,
        int floatVector,
        boolean doublePrecision) {

    /** Returns whether it belongs to PoCL, which compiles at launch unless told before what will be launched. */
    public boolean pocl() {
        return version.contains("PoCL") || version.contains("pocl");
    }
}
