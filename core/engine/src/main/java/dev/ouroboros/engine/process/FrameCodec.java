package dev.ouroboros.engine.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Frames on a byte stream: a magic number, the lengths of header and payload (big-endian ints), a nonce of 16 bytes, the
 * header {@code {"kind": …, "body": …}} as JSON, the payload. Nothing is allocated for a length before it was checked,
 * and for a payload only as its bytes arrive.
 */
final class FrameCodec {
    static final int NONCE_BYTES = 16;
    static final int MAX_HEADER = 4 << 20;
    static final int MAX_PAYLOAD = 64 << 20;

    private static final int MAGIC = 0x4F75_726F;
    private static final int PREFIX_BYTES = 12 + NONCE_BYTES;
    private static final JsonMapper JSON = new JsonMapper();

    private FrameCodec() {}

    /** A frame and the nonce it came with. */
    @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
    record Numbered(Frame frame, byte[] nonce) {}

    /** A frame in bytes, apart from its nonce. */
    @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
    record Encoded(byte[] json, byte[] payload) {}

    /** Refuses what the other side would refuse. */
    static Encoded encode(Frame frame) {
        ObjectNode header = JSON.createObjectNode();
        header.put("kind", frame.kind());
        header.set("body", frame.body());
        byte[] json = JSON.writeValueAsBytes(header);
        byte[] payload = frame.payload();
        if (json.length > MAX_HEADER || payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("the frame '" + frame.kind() + "' is too large: body " + json.length
                    + " bytes of " + MAX_HEADER + ", payload " + payload.length + " bytes of " + MAX_PAYLOAD
                    + ". Maybe send large data through an ExchangeFile.");
        }
        return new Encoded(json, payload);
    }

    static void write(OutputStream out, byte[] nonce, Encoded frame) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(PREFIX_BYTES + frame.json.length);
        head.putInt(MAGIC).putInt(frame.json.length).putInt(frame.payload.length);
        head.put(nonce).put(frame.json);
        out.write(head.array());
        if (frame.payload.length > 0) {
            out.write(frame.payload);
        }
        out.flush();
    }

    /** The next frame, or null at the end of the stream. Of hostile bytes at most the maximal sizes are kept. */
    static @Nullable Numbered read(InputStream in) throws IOException {
        byte[] magic = in.readNBytes(Integer.BYTES);
        if (magic.length == 0) {
            return null;
        }
        requireWhole(magic.length, Integer.BYTES);
        if (ByteBuffer.wrap(magic).getInt() != MAGIC) {
            throw new ProtocolException("these bytes begin no frame: " + printable(magic));
        }
        byte[] start = in.readNBytes(PREFIX_BYTES - Integer.BYTES);
        requireWhole(start.length, PREFIX_BYTES - Integer.BYTES);
        ByteBuffer prefix = ByteBuffer.wrap(start);
        int headerLength = prefix.getInt();
        int payloadLength = prefix.getInt();
        requireFits("header", headerLength, MAX_HEADER);
        requireFits("payload", payloadLength, MAX_PAYLOAD);
        byte[] nonce = new byte[NONCE_BYTES];
        prefix.get(nonce);
        byte[] json = in.readNBytes(headerLength);
        requireWhole(json.length, headerLength);
        byte[] payload = in.readNBytes(payloadLength);
        requireWhole(payload.length, payloadLength);
        return new Numbered(frame(json, payload), nonce);
    }

    private static Frame frame(byte[] json, byte[] payload) throws ProtocolException {
        try {
            JsonNode header = JSON.readTree(json);
            if (header.path("kind").isString() && header.has("body")) {
                return new Frame(header.path("kind").stringValue(), header.path("body"), payload);
            }
        } catch (JacksonException e) {
            throw new ProtocolException("the header is not JSON: " + e.getOriginalMessage());
        }
        throw new ProtocolException("the header lacks kind or body: " + printable(json));
    }

    private static void requireFits(String what, int length, int most) throws ProtocolException {
        if (length < 0 || length > most) {
            throw new ProtocolException(
                    "a " + what + " of " + Integer.toUnsignedString(length) + " bytes, " + most + " allowed");
        }
    }

    private static void requireWhole(int found, int expected) throws EOFException {
        if (found < expected) {
            throw new EOFException("the stream ended within a frame");
        }
    }

    private static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : Arrays.copyOf(bytes, Math.min(bytes.length, 64))) {
            text.append(b >= ' ' && b < 127 ? (char) b : '.');
        }
        return text.toString();
    }
}
