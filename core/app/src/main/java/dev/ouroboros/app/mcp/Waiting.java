package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Fields;
import java.time.Duration;
import java.util.function.Consumer;

/** The argument that says how long a call waits. */
final class Waiting {
    /** Less than what most clients allow a call; what takes longer is asked for again. */
    private static final int STANDARD = 50;

    private static final int LONGEST = 24 * 3600;
    private static final String KEY = "wait_seconds";

    private Waiting() {}

    static Schema schema(Schema schema) {
        return schema.integer(
                KEY,
                0,
                LONGEST,
                "How long this call waits before it answers with status running (default " + STANDARD
                        + "). What it started goes on; wait, with the same run, waits on.");
    }

    static Patience patience(Fields arguments, Consumer<String> progress) throws Complaint {
        return new Patience(Duration.ofSeconds(arguments.integer(KEY, STANDARD, 0, LONGEST)), progress);
    }
}
