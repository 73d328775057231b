package dev.ouroboros.java.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TestRunTest {

    /** Of a user's module; nested, so that the build does not run it. */
    static final class Sample {
        @Test
        void passes() {}

        @Test
        void makesNoSense() {
            Assumptions.abort("not on this machine");
        }

        @Test
        void fails() {
            throw new AssertionError("wrong");
        }
    }

    @Test
    void whatIsAbortedNeitherPassesNorFails() {
        var said = TestRun.of(Sample.class.getClassLoader(), Sample.class.getName());
        assertEquals(1, said.passed());
        assertEquals(1, said.failures().size());
        assertTrue(
                said.failures().getFirst().contains("wrong"),
                () -> said.failures().toString());
    }
}
