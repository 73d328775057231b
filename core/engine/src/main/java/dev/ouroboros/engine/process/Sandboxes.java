package dev.ouroboros.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what this machine allows, by really running it. */
public final class Sandboxes {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/bwrap"), Path.of("/bin/bwrap"), Path.of("/usr/local/bin/bwrap"));

    /** What {@link #detect()} found. */
    public sealed interface Detection {
        /** It ran. */
        record Works(Sandbox sandbox) implements Detection {}

        /** Not installed; {@code mend} is the command that installs it. */
        record Missing(String mend) implements Detection {}

        /** Installed, but the system does not let this user run it: what it said, and what a person can do. */
        record Forbidden(String said, String mend) implements Detection {}
    }

    private Sandboxes() {}

    /** Runs {@code true} in the sandbox. */
    public static Detection detect() throws InterruptedException {
        for (Path place : PLACES) {
            if (Files.isExecutable(place)) {
                return tryOut(place, new DefaultToolRunner());
            }
        }
        return new Detection.Missing("apt-get install bubblewrap");
    }

    /** Returns the sandbox if it works. Without one a tool or worker is still a process of its own, good enough to look. */
    public static Sandbox orNone() throws InterruptedException {
        return detect() instanceof Detection.Works(Sandbox works) ? works : new NoSandbox();
    }

    static Detection tryOut(Path program, ToolRunner tools) throws InterruptedException {
        ToolResult help = run(tools, List.of(program.toString(), "--help"));
        boolean sized = (help.out() + help.err()).contains("--size");
        var sandbox = new Bubblewrap(program, sized, Filter.PATH, Filter.PLACING);
        ToolResult trial = run(tools, sandbox.wrap(SandboxSpec.toolsOnly(), List.of("/bin/true")));
        return trial.exit() == 0
                ? new Detection.Works(sandbox)
                : new Detection.Forbidden(trial.err().strip(), mend(Mends.ofThisSystem()));
    }

    /** What a person must run, given what the kernel says about user namespaces; one command a line. */
    static String mend(Mends found) {
        StringBuilder text = new StringBuilder();
        if (found.appArmorRestricts()) {
            text.append("""
                    printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }\\n' \
                    | sudo tee /etc/apparmor.d/bwrap && sudo systemctl reload apparmor
                    # or, for all programs: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
                    """);
        }
        if (found.cloneForbidden()) {
            text.append("sudo sysctl -w kernel.unprivileged_userns_clone=1\n");
        }
        if (found.noneLeft()) {
            text.append("sudo sysctl -w user.max_user_namespaces=15000\n");
        }
        if (text.isEmpty()) {
            text.append("""
                    # Nothing in this system's settings forbids it. Maybe this is a container whose own filter does:
                    # start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined
                    """);
        }
        return text.toString().strip();
    }

    /** The settings that forbid a user to make namespaces. */
    record Mends(boolean appArmorRestricts, boolean cloneForbidden, boolean noneLeft) {
        static Mends ofThisSystem() {
            return new Mends(
                    "1".equals(setting("kernel/apparmor_restrict_unprivileged_userns")),
                    "0".equals(setting("kernel/unprivileged_userns_clone")),
                    "0".equals(setting("user/max_user_namespaces")));
        }

        private static @Nullable String setting(String name) {
            Path path = Path.of("/proc/sys", name);
            if (!Files.isReadable(path)) {
                return null;
            }
            try {
                return Files.readString(path).strip();
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + path, e);
            }
        }
    }

    private static ToolResult run(ToolRunner tools, List<String> command) throws InterruptedException {
        return tools.run(new ToolCall(command, Path.of("/"), Map.of(), Duration.ofSeconds(20), 1 << 16));
    }

    /** The sandbox's seccomp program, held in memory as long as this JVM lives. */
    private static final class Filter {
        static final @Nullable Path PATH = create(false);
        static final @Nullable Path PLACING = create(true);

        private static @Nullable Path create(boolean placesThreads) {
            Architecture architecture = Architecture.current();
            if (architecture == null) {
                return null;
            }
            try {
                return MemoryFile.ofContent("ouroboros-seccomp", SeccompFilter.sandbox(architecture, placesThreads))
                        .path();
            } catch (IOException e) {
                throw new IllegalStateException("cannot write to a file in memory", e);
            }
        }
    }
}
