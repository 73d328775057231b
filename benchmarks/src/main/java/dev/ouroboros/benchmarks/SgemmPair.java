package dev.ouroboros.benchmarks;

import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.kernels.device.BuildFailure;
import dev.ouroboros.kernels.device.DeviceBuffer;
import dev.ouroboros.kernels.device.OpenClRuntime;
import dev.ouroboros.kernels.device.PreparedLaunch;
import dev.ouroboros.kernels.device.PreparedLaunch.Bound;
import dev.ouroboros.kernels.device.Program;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One matrix product of one shape, ready to be computed by a candidate or by OpenBLAS on the same inputs. */
final class SgemmPair implements AutoCloseable {
    private final OpenClRuntime runtime;
    private final OpenBlas blas;
    private final int[] shape;
    private final MemorySegment a;
    private final MemorySegment b;
    private final MemorySegment ofCandidate;
    private final MemorySegment ofOpenBlas;
    private final Program program;
    private final PreparedLaunch launch;

    SgemmPair(Arena arena, OpenClRuntime runtime, String source, Setting parameters, OpenBlas blas, int[] shape)
            throws BuildFailure {
        this.runtime = runtime;
        this.blas = blas;
        this.shape = shape.clone();
        var random = new Random(7);
        a = Matrices.random(arena, m() * k(), random);
        b = Matrices.random(arena, k() * n(), random);
        ofCandidate = Matrices.random(arena, m() * n(), random);
        ofOpenBlas = Matrices.random(arena, m() * n(), random);
        program = Program.compile(runtime, List.of(source), options(parameters));
        launch = launch(parameters);
        launch.upload();
        runtime.finish();
    }

    int m() {
        return shape[0];
    }

    int n() {
        return shape[1];
    }

    int k() {
        return shape[2];
    }

    double flops() {
        return 2.0 * m() * n() * k();
    }

    void candidate() {
        try (var _ = launch.launch()) {
            runtime.finish();
        }
    }

    void openBlas() {
        blas.sgemm(m(), n(), k(), a, b, ofOpenBlas);
    }

    /** Throws unless both give the same answer, up to the rounding of single precision. */
    void check() {
        candidate();
        openBlas();
        launch.download();
        runtime.finish();
        Matrices.agree(ofCandidate, ofOpenBlas, k());
    }

    @Override
    public void close() {
        launch.close();
        program.close();
    }

    private PreparedLaunch launch(Setting parameters) throws BuildFailure {
        List<Bound> arguments = new ArrayList<>(List.of(
                new Bound.Memory(DeviceBuffer.over(runtime, a, false)),
                new Bound.Memory(DeviceBuffer.over(runtime, b, false)),
                new Bound.Memory(DeviceBuffer.over(runtime, ofCandidate, true))));
        for (int extent : shape) {
            arguments.add(new Bound.Scalar(ElementType.INT, extent));
        }
        long columns = value(parameters, "WG_X") * value(parameters, "TILE_N") * value(parameters, "VECTOR");
        long rows = value(parameters, "WG_Y") * value(parameters, "STEPS_M") * value(parameters, "TILE_M");
        long[] local = {value(parameters, "WG_X"), value(parameters, "WG_Y")};
        long[] global = {Math.ceilDiv(n(), columns) * local[0], Math.ceilDiv(m(), rows) * local[1]};
        return PreparedLaunch.of(runtime, program, "sgemm", arguments, global, local);
    }

    private static long value(Setting parameters, String name) {
        if (parameters.values().get(name) instanceof Long value) {
            return value;
        }
        throw new IllegalArgumentException(
                "the candidate has no parameter " + name + "; it has " + parameters.values());
    }

    private static String options(Setting parameters) {
        var options = new StringBuilder();
        parameters
                .values()
                .forEach((name, value) ->
                        options.append(" -D ").append(name).append('=').append(value));
        return options.toString();
    }
}
