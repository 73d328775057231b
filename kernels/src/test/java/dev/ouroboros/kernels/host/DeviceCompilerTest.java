package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceCompilerTest {

    @Test
    void oneWorkerCompilesForOneGroupSizeAfterTheOther() throws Exception {
        KernelTask task = Kernels.withGrid(
                KernelTaskReader.read(Kernels.PART), sizes(List.of("n * 8", "m * 8")), sizes(List.of("8", "UNROLL")));
        try (var compiler = compiler(task)) {
            for (long size : List.of(1L, 4L)) {
                var setting = Kernels.PART.parameters().defaults().with("UNROLL", size);
                var artifact = Kernels.TASK.seed().with("kernel/parameters.json", ParameterFile.write(setting));
                DeviceCode compiled = compiler.compile(Candidate.of(Kernels.PART, artifact));
                String binary = new String(compiled.binary(GridClass.SMALL), StandardCharsets.ISO_8859_1);
                assertTrue(binary.contains("8-" + size + "-1-goffs0-smallgrid"));
            }
            assertEquals(1, ProcessHandle.current().children().count());
        }
    }

    @Test
    void smallAndLargeGridsHaveTheirOwnBinary() throws Exception {
        KernelTask task = Kernels.withGrid(
                KernelTaskReader.read(Kernels.PART), sizes(List.of("n * 2048", "m")), sizes(List.of("1", "1")));
        try (var compiler = compiler(task)) {
            DeviceCode compiled = compiler.compile(Candidate.of(Kernels.PART, Kernels.TASK.seed()));
            assertEquals(2, compiled.binaries().size());
            String large = new String(compiled.binary(GridClass.LARGE), StandardCharsets.ISO_8859_1);
            assertTrue(large.contains("1-1-1-goffs0/"));
        }
    }

    @Test
    void theSameArtifactIsCompiledOnce() throws Exception {
        try (var compiler = compiler(KernelTaskReader.read(Kernels.PART))) {
            var candidate = Candidate.of(Kernels.PART, Kernels.TASK.seed());
            assertSame(compiler.compile(candidate), compiler.compile(candidate));
        }
    }

    @Test
    void aMistakeIsRejectedWithTheCompilersLog() throws Exception {
        try (var compiler = compiler(KernelTaskReader.read(Kernels.PART))) {
            var candidate = Candidate.of(Kernels.PART, Kernels.artifact("kernel void sgemm() { nonsense; }"));
            var failure = assertThrows(CandidateFailure.class, () -> compiler.compile(candidate));
            var rejected = assertInstanceOf(Outcome.Rejected.class, failure.outcome());
            assertEquals(Reason.BUILD, rejected.reason());
            assertTrue(rejected.message().contains("use of undeclared identifier 'nonsense'"), rejected::message);
        }
    }

    @Test
    void anotherKernelsNameIsRejected() throws Exception {
        try (var compiler = compiler(KernelTaskReader.read(Kernels.PART))) {
            var candidate = Candidate.of(Kernels.PART, Kernels.artifact("kernel void other() {}"));
            var failure = assertThrows(CandidateFailure.class, () -> compiler.compile(candidate));
            var rejected = assertInstanceOf(Outcome.Rejected.class, failure.outcome());
            assertTrue(rejected.message().contains("no kernel named sgemm"), rejected::message);
        }
    }

    private static DeviceCompiler compiler(KernelTask task) {
        return new DeviceCompiler(Machine.WORKERS, Machine.DEVICE, task, Defence.ALL);
    }

    private static List<Expression> sizes(List<String> texts) {
        return texts.stream().map(Expression::parse).toList();
    }
}
