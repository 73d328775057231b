package dev.ouroboros.engine.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TaskTextTest {
    private static final String TASK = """
            name = "sgemm"   # a comment
            [[parts]]
            name = "kernel"
              [parts.some]
              entry = "sgemm"
              shown = [{ m = 65, n = 33 }]
              held-out = [{ m = 97, n = 61 },
                          { m = 3, n = 259 }]
              [parts.some.deeper]
              held-out-seed = 4711
              tolerance = 1e-5
            [held-out]
            m = 123
            [[objectives]]
            metric = "throughput"
            """;

    @Test
    void whatIsHeldOutIsNotShownAtAnyDepth() {
        var shown = TaskText.shown(TASK);
        assertFalse(shown.contains("held-out"), shown);
        for (var secret : new String[] {"97", "259", "4711", "123"}) {
            assertFalse(shown.contains(secret), shown);
        }
    }

    @Test
    void allElseIsShown() {
        var shown = TaskText.shown(TASK);
        assertTrue(shown.contains("name = \"sgemm\""), shown);
        assertTrue(shown.contains("[parts.some]\nentry = \"sgemm\""), shown);
        assertTrue(shown.contains("shown = [{ m = 65, n = 33 }]"), shown);
        assertTrue(shown.contains("tolerance = 1.0E-5"), shown);
        assertTrue(shown.contains("objectives = [{ metric = \"throughput\" }]"), shown);
    }
}
