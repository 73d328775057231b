package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Fields;
import dev.ouroboros.engine.task.TaskException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One thing an agent may ask for.
 *
 * @param description what a client that knows nothing else must know to use it
 * @param schema of its arguments, JSON Schema
 * @param readOnly whether it changes nothing
 */
record Tool(String name, String title, String description, Map<String, Object> schema, boolean readOnly, Work work) {

    /** Does it. */
    interface Work {
        /**
         * Answers one call.
         *
         * @param progress told what goes on while it takes long
         * @return what becomes the JSON of the answer
         */
        Object call(Fields arguments, Consumer<String> progress) throws Complaint, TaskException, InterruptedException;
    }
}
