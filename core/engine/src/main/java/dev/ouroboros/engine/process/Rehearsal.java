package dev.ouroboros.engine.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Loads what a worker loads when it starts, and ends: {@link SharedClasses} keeps it for the workers to come. */
public final class Rehearsal {
    private record Line(int number, long length, double value, boolean last, List<Long> numbers) {}

    private Rehearsal() {}

    /**
     * Loads them.
     *
     * @param names of more classes to load
     */
    public static void main(String[] names) throws IOException, ClassNotFoundException {
        var json = new JsonMapper();
        var line = new Line(1, 2, 3, true, List.of(4L));
        var out = new ByteArrayOutputStream();
        WorkerServer.serve(new ByteArrayInputStream(new byte[0]), out, frame -> frame);
        FrameCodec.write(
                out, new byte[FrameCodec.NONCE_BYTES], FrameCodec.encode(Frame.of("line", json.valueToTree(line))));
        var read = FrameCodec.read(new ByteArrayInputStream(out.toByteArray()));
        if (read == null || !json.treeToValue(read.frame().body(), Line.class).equals(line)) {
            throw new IllegalStateException("a frame came back as another");
        }
        for (var name : names) {
            Class.forName(name);
        }
        inherit();
    }

    /** There is nothing to inherit; what has to be loaded to find that out stays. */
    private static void inherit() {
        try (var arena = Arena.ofConfined()) {
            ExchangeFile.inherited(0, arena);
        } catch (IOException _) {
            // as expected
        }
    }
}
