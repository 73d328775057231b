package dev.ouroboros.hdl.proof;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;

/** What this machine has, found once. */
final class Machine {
    static final Toolbox TOOLS = new Toolbox(sandbox(), new DefaultToolRunner());
    static final Yosys YOSYS = new Yosys(TOOLS);
    static final Abc ABC = new Abc(TOOLS);

    private Machine() {}

    private static Sandbox sandbox() {
        try {
            if (Sandboxes.detect() instanceof Detection.Works(Sandbox sandbox)) {
                return sandbox;
            }
            throw new IllegalStateException("these tests need bubblewrap: apt-get install bubblewrap");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
