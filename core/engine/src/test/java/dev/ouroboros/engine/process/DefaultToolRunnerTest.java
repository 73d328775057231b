package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultToolRunnerTest {
    private final ToolRunner tools = new DefaultToolRunner();

    @TempDir
    Path folder;

    @Test
    void outputErrorAndExitAreKeptApart() throws Exception {
        ToolResult result = shell("echo out; echo err >&2; exit 3");
        assertEquals(new ToolResult(3, "out\n", "err\n", false, false), result);
        assertFalse(result.succeeded());
    }

    @Test
    void itRunsInTheFolderWithNothingOnStandardInput() throws Exception {
        assertEquals(folder.toRealPath() + "\n", shell("pwd; cat").out());
    }

    @Test
    void nothingIsInherited() throws Exception {
        var call = new ToolCall(List.of("/usr/bin/env"), folder, Map.of("NAME", "value"), TestMachine.LONG, 1 << 16);
        List<String> names = tools.run(call)
                .out()
                .lines()
                .map(line -> line.split("=")[0])
                .sorted()
                .toList();
        assertEquals(List.of("NAME", "OUROBOROS_PROCESS"), names);
    }

    @Test
    void outputIsCapped() throws Exception {
        ToolResult result = shell("head -c 50000000 /dev/zero");
        assertEquals(1 << 16, result.out().length());
        assertTrue(result.truncated());
        assertTrue(result.succeeded());
    }

    @Test
    void aTimeOutKillsTheWholeTree() throws Exception {
        String token = TestMachine.token();
        String script = "sh -c 'sleep 600; : " + token + "' & setsid sh -c 'sleep 600; : " + token + "' & sleep 600";
        ToolResult result = run(script, Duration.ofMillis(500));
        assertTrue(result.timedOut());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void aDaemonDoesNotOutliveItsTool() throws Exception {
        String token = TestMachine.token();
        ToolResult result = shell("setsid sh -c 'sleep 600; : " + token + "' & sleep 0.2; echo done");
        assertEquals("done\n", result.out());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void anInterruptKillsTheWholeTree() throws Exception {
        String token = TestMachine.token();
        var caller = Thread.currentThread();
        var interrupter = Thread.ofPlatform().start(() -> {
            while (TestMachine.processesWith(token).isEmpty()) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        assertThrows(InterruptedException.class, () -> shell("sleep 600; : " + token));
        interrupter.join();
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void aToolThatIsNotInstalledIsNamed() {
        var call = new ToolCall(List.of("no-such-tool", "-v"), folder, Map.of(), TestMachine.LONG, 1 << 16);
        assertEquals(
                "no-such-tool",
                assertThrows(ToolMissing.class, () -> tools.run(call)).tool());
    }

    @Test
    void aMissingFolderIsNotAMissingTool() {
        var call = new ToolCall(List.of("/bin/true"), folder.resolve("no"), Map.of(), TestMachine.LONG, 1 << 16);
        assertThrows(IllegalArgumentException.class, () -> tools.run(call));
    }

    private ToolResult shell(String script) throws InterruptedException {
        return run(script, TestMachine.LONG);
    }

    private ToolResult run(String script, Duration timeout) throws InterruptedException {
        return tools.run(new ToolCall(List.of("/bin/sh", "-c", script), folder, Map.of(), timeout, 1 << 16));
    }
}
