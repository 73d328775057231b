package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LockdownTest {
    @Test
    void afterItNoProcessStartsWhileThreadsStillDo() throws Exception {
        try (var worker = TestMachine.javaWorker("lockdown")) {
            JsonNode tried = worker.call(Frame.of("go"), TestMachine.LONG).body();
            assertEquals("Locked[]", tried.path("result").asString());
            assertTrue(tried.path("java-before").asBoolean(), "the attempt must work before, or it proves nothing");
            assertEquals(0, tried.path("spawn-before").asInt());
            assertFalse(tried.path("java-after").asBoolean());
            assertEquals(Posix.EPERM, tried.path("spawn-after").asInt());
            assertEquals(-1, tried.path("fork-after").asInt());
            assertEquals(-1, tried.path("vfork-after").asInt());
            assertEquals(-Posix.EPERM, tried.path("socket-after").asInt());
            assertEquals(-Posix.ENOSYS, tried.path("memfd-after").asInt());
            assertTrue(tried.path("thread-after").asBoolean());
        }
    }
}
