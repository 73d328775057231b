package dev.ouroboros.engine.process;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code --sandbox none}: the command sees the whole machine. Environment, shared files and limits of the specification hold,
 * nothing else does: a hostile process can escape its end, and bounds on {@code /tmp} and the network are not there.
 */
public record NoSandbox() implements Sandbox {
    @Override
    public List<String> wrap(SandboxSpec spec, List<String> command) {
        List<String> line = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        spec.wholeEnvironment().forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(Launch.withLimits(spec, command));
        return Launch.withDescriptors(List.of(), spec.shared(), line);
    }
}
