package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class FrameCodecTest {
    private static final byte[] NONCE = new byte[FrameCodec.NONCE_BYTES];

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var body = JsonNodeFactory.instance.objectNode().put("text", "ö\n");
        FrameCodec.Numbered read = read(bytes(new Frame("kind", body, new byte[] {1, 2})));
        assertNotNull(read);
        assertEquals("kind", read.frame().kind());
        assertEquals(body, read.frame().body());
        assertArrayEquals(new byte[] {1, 2}, read.frame().payload());
    }

    @Test
    void theEndOfTheStreamIsNoFrame() throws Exception {
        assertNull(read(new byte[0]));
    }

    @Test
    void aFrameThatEndsTooSoonIsNoFrame() throws Exception {
        byte[] whole = bytes(new Frame("kind", JsonNodeFactory.instance.objectNode(), new byte[] {1, 2}));
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(EOFException.class, () -> read(part));
        }
    }

    @Test
    void lengthsAreBoundedBeforeAnythingIsAllocated() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, FrameCodec.MAX_PAYLOAD + 1}) {
            assertThrows(ProtocolException.class, () -> read(prefix(length, 0)));
            assertThrows(ProtocolException.class, () -> read(prefix(2, length)));
        }
    }

    @Test
    void headersMustBeWhatIsExpected() {
        for (String json : new String[] {"{}", "[]", "nonsense", "{\"kind\": 1, \"body\": 2}", "[".repeat(5000)}) {
            byte[] header = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] frame = Arrays.copyOf(prefix(header.length, 0), 28 + header.length);
            System.arraycopy(header, 0, frame, 28, header.length);
            assertThrows(ProtocolException.class, () -> read(frame), json);
        }
    }

    @Test
    void randomChangesEndInAFrameOrAnIOException() throws Exception {
        var random = RandomGenerator.of("L64X128MixRandom");
        byte[] whole =
                bytes(new Frame("kind", JsonNodeFactory.instance.objectNode().put("a", 1), new byte[8]));
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                assertNotNull(read(changed));
            } catch (IOException expected) {
                assertNotNull(expected.getMessage());
            }
        }
    }

    private static byte[] prefix(int header, int payload) {
        return ByteBuffer.allocate(28)
                .putInt(0x4F75_726F)
                .putInt(header)
                .putInt(payload)
                .array();
    }

    private static byte[] bytes(Frame frame) throws IOException {
        var out = new ByteArrayOutputStream();
        FrameCodec.write(out, NONCE, FrameCodec.encode(frame));
        return out.toByteArray();
    }

    private static FrameCodec.@Nullable Numbered read(byte[] bytes) throws IOException {
        return FrameCodec.read(new ByteArrayInputStream(bytes));
    }
}
