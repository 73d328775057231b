package dev.ouroboros.kernels.host;

import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.task.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PoCL compiles a function of its own for grids below 2^16 - 1 work-items in each dimension; nobody else does. */
enum GridClass {
    SMALL("-goffs0-smallgrid"),
    LARGE("-goffs0");

    private static final long POCL_LIMIT = 65_535;

    private final String suffix;

    GridClass(String suffix) {
        this.suffix = suffix;
    }

    static GridClass of(DeviceInfo device, Grid grid) {
        return device.pocl() && grid.global().stream().anyMatch(size -> size >= POCL_LIMIT) ? LARGE : SMALL;
    }

    /** PoCL's name of the function for groups of this size. */
    String variant(Grid grid) {
        List<Long> local = new ArrayList<>(grid.local());
        while (local.size() < 3) {
            local.add(1L);
        }
        return local.stream().map(String::valueOf).collect(Collectors.joining("-")) + suffix;
    }
}
