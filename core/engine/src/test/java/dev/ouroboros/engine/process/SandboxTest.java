package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack beside the honest act that looks alike. */
class SandboxTest {
    private static final SandboxSpec SPEC = SandboxSpec.toolsOnly();

    @TempDir
    Path folder;

    @Test
    void toolsRun() throws Exception {
        assertEquals("3\n", run("expr 1 + 2").out());
    }

    @Test
    void onlyWhatIsNamedCanBeRead() throws Exception {
        Path shown = Files.writeString(folder.resolve("shown"), "shown");
        Path hidden = Files.writeString(folder.resolve("hidden"), "hidden");
        var spec = SPEC.withReadOnly(List.of(shown));
        assertEquals("shown", run(spec, "cat " + shown).out());
        assertNotEquals(0, run(spec, "cat " + hidden).exit());
        assertNotEquals(0, run(spec, "echo x > " + shown).exit());
        assertEquals("shown", Files.readString(shown));
    }

    @Test
    void neitherHomeNorRepositoryIsThere() throws Exception {
        Path repository = Path.of("").toAbsolutePath();
        String home = System.getProperty("user.home");
        assertNotEquals(0, run("ls " + repository).exit());
        assertNotEquals(0, run("ls " + home).exit());
        assertEquals(
                "", run("ls -A /root /home /work /mnt /srv /opt 2>/dev/null").out());
        assertNotEquals(0, run("cat /etc/passwd").exit());
    }

    @Test
    void thereIsNoNetwork() throws Exception {
        assertEquals(
                "lo\n",
                run("ls /proc/self/net/dev >/dev/null && sed -n 's/ *\\([a-z0-9]*\\):.*/\\1/p' /proc/net/dev")
                        .out());
    }

    @Test
    void nothingOutsideTmpCanBeWritten() throws Exception {
        for (String path : List.of("/x", "/usr/x", "/etc/x", "/dev/x", "/dev/shm/x", "/sys/x", "/proc/self/comm")) {
            assertNotEquals(0, run("echo x > " + path).exit(), path);
        }
        assertEquals("x\n", run("echo x > /tmp/x && cat /tmp/x").out());
    }

    @Test
    void settingsOfTheKernelCannotBeWrittenEvenByRoot() throws Exception {
        String before = Files.readString(Path.of("/proc/sys/kernel/core_pattern"));
        assertNotEquals(
                0,
                run("echo '" + before.strip() + "' > /proc/sys/kernel/core_pattern")
                        .exit());
    }

    @Test
    void tmpAndFilesHaveTheirSizes() throws Exception {
        assertEquals(0, run("head -c 50000000 /dev/zero > /tmp/a").exit());
        assertNotEquals(0, run("head -c 70000000 /dev/zero > /tmp/a").exit());
        assertNotEquals(
                0,
                run("for i in 1 2 3; do head -c 30000000 /dev/zero > /tmp/$i || exit 1; done")
                        .exit());
    }

    @Test
    void aWritableFileIsWrittenInPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("result"), "");
        var spec = new SandboxSpec(List.of(), List.of(file), List.of(), List.of(), Map.of(), 1 << 28, 1 << 20, 1 << 20);
        assertEquals(0, run(spec, "echo done > " + file).exit());
        assertEquals("done\n", Files.readString(file));
    }

    @Test
    void theEnvironmentIsWhatIsNamed() throws Exception {
        var spec = new SandboxSpec(
                List.of(), List.of(), List.of(), List.of(), Map.of("NAME", "a b"), 1 << 28, 1 << 20, 1 << 20);
        List<String> names =
                run(spec, "env | sed 's/=.*//' | sort").out().lines().toList();
        assertEquals(List.of("HOME", "NAME", "PATH", "PWD", "TMPDIR"), names);
    }

    @Test
    void onlyItsOwnProcessesAreSeen() throws Exception {
        long seen = run("ls /proc")
                .out()
                .lines()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .count();
        assertTrue(seen < 10, seen + " processes");
    }

    @Test
    void namespacesAndTracingAreRefused() throws Exception {
        assertNotEquals(0, run("unshare --user true").exit());
        assertNotEquals(0, run("unshare --mount true").exit());
        assertNotEquals(0, run("mount -t tmpfs none /tmp").exit());
    }

    @Test
    void theAffinityIsFixed() throws Exception {
        assertNotEquals(0, run("taskset -p 1 $$").exit());
        assertEquals(0, run("taskset -p $$").exit());
    }

    @Test
    void theAffinityIsFreeForWhoNeedsIt() throws Exception {
        assertEquals(0, run(SPEC.withThreadPlacement(), "taskset -p 1 $$").exit());
    }

    @Test
    void aToolIsKilledForItsMemory() throws Exception {
        ToolResult result = run("tail /dev/zero");
        assertTrue(result.outOfMemory());
        assertFalse(result.timedOut());
    }

    @Test
    void aTimeOutEndsDaemonsToo() throws Exception {
        String token = TestMachine.token();
        String script = "setsid sh -c 'setsid sleep 600 & sleep 600; : " + token + "' & sleep 600";
        var result = TestMachine.shell(TestMachine.sandbox(), SPEC, script, Duration.ofMillis(500));
        assertTrue(result.timedOut());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void aMissingPathIsTheCallersFault() throws Exception {
        var spec = SPEC.withReadOnly(List.of(Path.of("/no/such/path")));
        Sandbox sandbox = TestMachine.sandbox();
        assertThrows(IllegalArgumentException.class, () -> sandbox.wrap(spec, List.of("true")));
    }

    @Test
    void withoutASandboxTheseAttacksWin() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path repository = Path.of("").toAbsolutePath();
        for (String attack : List.of(
                "cat " + secret, "echo x > " + secret, "ls " + repository, "cat /etc/passwd", "taskset -p 1 $$")) {
            assertEquals(0, TestMachine.shell(new NoSandbox(), SPEC, attack).exit(), attack);
            assertNotEquals(0, run(attack).exit(), attack);
        }
    }

    @Test
    void withoutASandboxTheEnvironmentIsStillWhatIsNamed() throws Exception {
        var spec = new SandboxSpec(
                List.of(), List.of(), List.of(), List.of(), Map.of("NAME", "a b"), 1 << 28, 1 << 20, 1 << 20);
        var result = TestMachine.shell(new NoSandbox(), spec, "env | grep -E 'NAME|HOME|PATH' | sort; ulimit -c");
        // Without a PATH PoCL finds no linker, and its process aborts.
        assertEquals("HOME=/tmp\nNAME=a b\nPATH=/usr/local/bin:/usr/bin:/bin\n0\n", result.out());
    }

    private static ToolResult run(String script) throws InterruptedException {
        return run(SPEC, script);
    }

    private static ToolResult run(SandboxSpec spec, String script) throws InterruptedException {
        return TestMachine.shell(TestMachine.sandbox(), spec, script);
    }
}
