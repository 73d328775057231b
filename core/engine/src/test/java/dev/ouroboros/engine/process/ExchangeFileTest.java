package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeFileTest {
    private static final long SIZE = 1 << 20;

    @Test
    void theWorkersWritesAreSeenAndItsTruncationIsRefused() throws Exception {
        try (var file = ExchangeFile.create(SIZE)) {
            file.memory().fill((byte) 41);
            var spec = SandboxSpec.toolsOnly().withShared(List.of(file.handle()));
            try (var worker = TestMachine.javaWorker("shared", spec)) {
                assertEquals(
                        "refused", worker.call(Frame.of("go"), TestMachine.LONG).kind());
            }
            for (long i = 0; i < SIZE; i++) {
                assertEquals(42, file.memory().get(ValueLayout.JAVA_BYTE, i));
            }
        }
    }

    @Test
    void nobodyCanResizeIt() throws Exception {
        try (var file = ExchangeFile.create(SIZE);
                var channel = FileChannel.open(file.handle(), StandardOpenOption.WRITE)) {
            assertThrows(IOException.class, () -> channel.truncate(1));
            assertThrows(IOException.class, () -> channel.write(java.nio.ByteBuffer.allocate(1), SIZE));
            assertEquals(SIZE, channel.size());
        }
    }

    @Test
    void itMustHoldSomething() {
        assertThrows(IllegalArgumentException.class, () -> ExchangeFile.create(0));
    }
}
