package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.device.KernelInfo;
import dev.ouroboros.kernels.task.Grid;
import dev.ouroboros.kernels.task.KernelTask;
import java.util.List;

/** What a device can do and a task promises; beyond it behaviour is undefined, even where it happens to work. */
final class Limits {
    private Limits() {}

    static void check(DeviceInfo device, KernelInfo kernel, KernelTask task, Grid grid) throws CandidateFailure {
        long most = Math.min(device.maxWorkGroupSize(), kernel.maxWorkGroupSize());
        if (grid.groupSize() > most) {
            throw Blame.rejected(
                    Reason.BUILD,
                    "a group has " + grid.groupSize() + " work-items " + grid.local()
                            + "; this kernel can have at most " + most + " on this device");
        }
        if (kernel.localMemory() > device.localMemory()) {
            throw Blame.rejected(
                    Reason.BUILD,
                    "a group needs " + kernel.localMemory() + " bytes of local memory; the device has "
                            + device.localMemory());
        }
        checkRequiredGroup(kernel, grid);
        checkArguments(kernel, task);
    }

    private static void checkRequiredGroup(KernelInfo kernel, Grid grid) throws CandidateFailure {
        boolean required = kernel.requiredGroup().stream().anyMatch(size -> size != 0);
        for (int i = 0; required && i < 3; i++) {
            long local = i < grid.local().size() ? grid.local().get(i) : 1;
            if (kernel.requiredGroup().get(i) != local) {
                throw Blame.rejected(
                        Reason.BUILD,
                        "the source demands groups of " + kernel.requiredGroup() + ", the task launches "
                                + grid.local());
            }
        }
    }

    private static void checkArguments(KernelInfo kernel, KernelTask task) throws CandidateFailure {
        List<KernelInfo.ArgumentInfo> found = kernel.arguments();
        if (found.size() != task.contract().arguments().size()) {
            throw Blame.rejected(
                    Reason.BUILD,
                    "the kernel has " + found.size() + " arguments, the task gives it "
                            + task.contract().arguments().size());
        }
        for (int i = 0; i < found.size(); i++) {
            Argument argument = task.contract().arguments().get(i);
            KernelInfo.ArgumentInfo declared = found.get(i);
            boolean buffer = argument instanceof Argument.Buffer;
            boolean typed = !declared.type().isEmpty();
            if (typed && (declared.global() != buffer || !(buffer || sameType(declared.type(), argument)))) {
                throw Blame.rejected(
                        Reason.BUILD,
                        "argument " + i + " is " + declared.type() + " in the kernel, but the task gives it "
                                + (buffer ? "the buffer " : argument.type().label() + " ") + argument.name());
            }
        }
    }

    private static boolean sameType(String declared, Argument argument) {
        String plain = declared.replace("unsigned ", "u");
        return plain.equals(argument.type().label())
                || (plain.equals("ulong") && argument.type().bytes() == 8);
    }
}
