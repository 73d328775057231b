package dev.ouroboros.app.cli;

import dev.ouroboros.agent.ModelChecks;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ConfigFinder;
import dev.ouroboros.app.Json;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros doctor}. */
@Command(
        name = "doctor",
        description = "Say what is there and what is missing, by really trying it, and the command that mends it.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    ProposerOptions models = new ProposerOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(boolean ready, List<Finding> findings) {}

    @Override
    public Integer call() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.works("JDK", Runtime.version() + " in " + System.getProperty("java.home")));
        findings.add(sandbox());
        for (var layer : Layers.load().all()) {
            for (DoctorCheck check : layer.doctorChecks()) {
                findings.add(check.find());
            }
        }
        for (var check : models()) {
            findings.add(check.find());
        }
        var answer = new Answer(findings.stream().allMatch(Finding::present), findings);
        print(spec.commandLine().getOut(), answer);
        return answer.ready() ? ExitCode.DONE : ExitCode.MISSING;
    }

    /** Only models that somebody configured are asked. */
    private List<DoctorCheck> models() {
        var environment = System.getenv();
        try {
            var config = new ConfigFinder(environment, common.workspace).findIfAny(models.models);
            return config == null ? List.of() : ModelChecks.of(config, environment);
        } catch (ConfigException e) {
            var text = String.valueOf(e.getMessage());
            return List.of(
                    () -> new Finding("models", false, text, "--proposer llm and mixed", "mend the configuration"));
        }
    }

    private static Finding sandbox() throws InterruptedException {
        var disables = "every run, unless --sandbox none lets candidates run unprotected";
        return switch (Sandboxes.detect()) {
            case Detection.Works _ -> Finding.works("sandbox", "bubblewrap starts, without a network");
            case Detection.Missing(var mend) ->
                new Finding("sandbox", false, "bubblewrap is not installed", disables, mend);
            case Detection.Forbidden(var said, var mend) ->
                new Finding("sandbox", false, "this system does not let bubblewrap work: " + said, disables, mend);
        };
    }

    private void print(PrintWriter out, Answer answer) {
        if (common.json) {
            Json.print(out, answer);
            return;
        }
        for (var finding : answer.findings()) {
            out.println((finding.present() ? "ok       " : "MISSING  ") + finding.what() + ": " + finding.detail());
            if (!finding.present()) {
                out.println("         disables: " + finding.disables());
                finding.mend().lines().forEach(line -> out.println("         mend:     " + line));
            }
        }
        out.println(answer.ready() ? "All there." : "Something is missing; `./ouroboros setup` installs what it can.");
        out.flush();
    }
}
