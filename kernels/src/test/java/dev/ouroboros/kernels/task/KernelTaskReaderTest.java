package dev.ouroboros.kernels.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTaskReaderTest {
    private static final String HEAD = """
            name = "scale"
            [[parts]]
            name  = "kernel"
            layer = "opencl"
            files = ["scale.cl"]
              [parts.parameters]
              WIDTH = [1, 4]
            """;

    private static final String TABLE = """
              [parts.opencl]
              entry      = "scale"
              global     = ["ceil(n / WIDTH)"]
              local      = ["1"]
              flops      = "n"
              timed      = { n = 1024 }
              shown      = [{ n = 1 }, { n = 17 }]
              held-out   = [{ n = 33 }]
              arguments  = [
                { name = "x", type = "float", shape = ["n"], role = "in" },
                { name = "y", type = "float", shape = ["n"], role = "out" },
                { name = "factor", type = "float", value = "0.5 * n" },
                { name = "n", type = "int" },
              ]
            """;

    private static final String TAIL = """
            [[objectives]]
            metric = "throughput"
            goal   = "maximize"
            """;

    @TempDir
    Path folder;

    @Test
    void readsAllThatATaskSays() throws Exception {
        KernelTask task = read(TABLE);
        assertEquals("scale", task.entry());
        assertEquals(Contract.SEED, task.contract().reference());
        assertEquals(new Shape(Map.of("n", 1024L)), task.contract().timed());
        assertEquals(task.contract().shown().subList(0, 1), task.contract().traced());
        assertEquals(
                List.of("x"),
                task.contract().inputs().stream().map(Argument.Buffer::name).toList());
        assertEquals(
                List.of("y"),
                task.contract().outputs().stream().map(Argument.Buffer::name).toList());
        Problem problem = Problem.of(task.contract(), task.contract().timed());
        assertEquals(1024, problem.length("x"));
        assertEquals(512, problem.scalar((Argument.Scalar)
                task.contract().arguments().get(2)));
        assertEquals(1024, problem.scalar((Argument.Scalar)
                task.contract().arguments().get(3)));
    }

    @Test
    void theGridFollowsFromDimensionsAndParameters() throws Exception {
        Part part = part(TABLE);
        KernelTask task = KernelTaskReader.read(part);
        var wide = part.parameters().defaults().with("WIDTH", 4L);
        assertEquals(
                List.of(5L),
                Grid.of(task, task.contract().shown().getLast(), wide).global());
        assertEquals(
                List.of(17L),
                Grid.of(
                                task,
                                task.contract().shown().getLast(),
                                part.parameters().defaults())
                        .global());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("entry      = \"scale\"", "", "opencl.entry' is missing"),
                Arguments.of("\"n\"", "\"n + p\"", "refers to p"),
                Arguments.of("\"n\"", "\"n +\"", "is not an expression"),
                Arguments.of("[\"1\"]", "[\"1\", \"1\"]", "has 2 sizes, but global has 1"),
                Arguments.of("[\"1\"]", "[\"2\"]", "does not work at n=1"),
                Arguments.of("{ n = 17 }", "{ n = 0 }", "is 0; expected at least 1"),
                Arguments.of("{ n = 17 }", "{ m = 17 }", "shown[1].n' is missing"),
                Arguments.of("role = \"out\"", "role = \"in\"", "no buffer of role out"),
                Arguments.of("role = \"out\"", "role = \"off\"", "expected in, out or inout"),
                Arguments.of("\"y\", type = \"float\"", "\"y\", type = \"half\"", "expected one of char"),
                Arguments.of("\"y\", type = \"float\"", "\"y\", type = \"long\"", "an integer of at most 32 bits"),
                Arguments.of("role = \"in\" }", "role = \"in\", generator = \"dice\" }", "expected uniform, normal"),
                Arguments.of("role = \"in\" }", "role = \"in\", low = 1 }", "so a constant would be right"),
                Arguments.of("flops      = \"n\"", "flops = \"n\"\nbytes = \"n\"", "not both"),
                Arguments.of("local      = [\"1\"]", "local = [\"1\"]\ntolerance = 2", "expected above 0 to 0.1"),
                Arguments.of("local      = [\"1\"]", "local = [\"1\"]\ntime-limit = \"x\"", "is wrong"),
                Arguments.of("local      = [\"1\"]", "local = [\"1\"]\nreference = \"x\"", "expected seed"),
                Arguments.of("local      = [\"1\"]", "local = [\"1\"]\nreference = \"matmul\"", "expects two inputs"),
                Arguments.of("local      = [\"1\"]", "local = [\"1\"]\ntolerence = 1e-6", "'tolerance' is meant"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String correct, String wrong, String expected) {
        String table = TABLE.replace(correct, wrong);
        var mistake = assertThrows(TaskException.class, () -> read(table));
        String message = String.valueOf(mistake.getMessage());
        assertTrue(message.contains(expected), message);
        assertTrue(message.matches("(?s).*task\\.toml:\\d+:\\d+: .*"), message);
    }

    private KernelTask read(String table) throws Exception {
        Part part = part(table);
        KernelTask task = KernelTaskReader.read(part);
        part.settings().rejectUnread();
        return task;
    }

    private Part part(String table) throws Exception {
        Files.writeString(folder.resolve("scale.cl"), "kernel void scale() {}");
        Files.writeString(folder.resolve("task.toml"), HEAD + table + TAIL);
        return TaskReader.read(folder, Set.of("opencl")).parts().getFirst();
    }
}
