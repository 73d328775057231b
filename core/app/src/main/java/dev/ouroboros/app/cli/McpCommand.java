package dev.ouroboros.app.cli;

import dev.ouroboros.app.mcp.AgentServer;
import dev.ouroboros.app.mcp.House;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.MachineExclusion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ouroboros mcp}. */
@Command(
        name = "mcp",
        description = "Serve a coding agent over the Model Context Protocol, so that it proposes the changes of a run.",
        footer = {
            "",
            "Standard input and output carry the protocol (JSON-RPC, one message a line) and nothing else. The agent",
            "starts the server itself; tell it how, for example",
            "",
            "  {\"mcpServers\": {\"ouroboros\": {\"command\": \"/path/to/ouroboros\", \"args\": [\"mcp\"]}}}",
            "",
            "Its tools: list_tasks, open_run, read_task, read_context, read_candidate, evaluate, submit, wait,",
            "finish_run, pause_run, list_runs, resume_run, best, lineage, diff, report. docs/mcp.md tells of each.",
            "When the input ends, what was asked is answered and open runs are paused; resume_run goes on with them.",
            "",
            "By hand: one message a line, initialize first, such as",
            "  {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_tasks\"}}",
            "after it; docs/mcp.md has lines to copy, and an error shows what was expected."
        })
final class McpCommand implements Callable<Integer> {
    @Option(
            names = "--tasks",
            paramLabel = "DIR",
            description = "Where else to look for tasks; the current folder and the tasks that come with the program"
                    + " always count. May be given several times.")
    List<Path> tasks = new ArrayList<>();

    @Mixin
    MachineOptions machine = new MachineOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        var warning = machine.warning();
        if (warning != null) {
            System.err.println(warning);
        }
        var server = new AgentServer(house());
        var out = System.out;
        // Whatever prints by mistake must not break the protocol.
        System.setOut(System.err);
        Interrupts.forward(Thread.currentThread());
        try {
            server.serve(System.in, out);
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            System.err.println("Interrupted. Open runs are paused; resume_run goes on with them.");
            return ExitCode.INTERRUPTED;
        } finally {
            System.setOut(out);
        }
    }

    private House house() throws CommandFailure, InterruptedException {
        var folders = new ArrayList<>(tasks);
        folders.add(Path.of(""));
        var home = System.getProperty("ouroboros.home");
        if (home != null) {
            folders.add(Path.of(home, "kernels", "tasks"));
        }
        return new House(
                common.workspace,
                folders,
                Layers.load(),
                new DefaultToolRunner(),
                new MachineExclusion(holder -> System.err.println("Waiting: " + holder + " measures on this machine.")),
                machine.openSandbox(),
                machine.parallel,
                InstantSource.system(),
                ReportFile::write);
    }
}
