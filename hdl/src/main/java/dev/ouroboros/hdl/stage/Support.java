package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.operator.VerilogOperators;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Programs;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together what the layer does for a part. */
public final class Support {
    private Support() {}

    /**
     * Reads the part's table and makes its stages.
     *
     * @throws TaskException if the table has a mistake
     * @throws ToolMissing if a tool that every design needs is not installed, or too old
     */
    public static PartSupport of(Part part, LayerOptions options) throws TaskException {
        var bench = Bench.open(part, options);
        check(bench.tools());
        Programs.find(Abc.PROGRAM);
        return new PartSupport(
                List.of(
                        new InspectStage(part, bench.task()),
                        new ElaborationStage(bench),
                        new SynthesisStage(bench),
                        new ProofStage(bench, ProofStage.Claim.EQUALS_SEED),
                        new ProofStage(bench, ProofStage.Claim.NETLIST_EQUALS_SOURCE)),
                VerilogOperators.of(bench.task(), seed(part, bench.task())),
                null,
                () -> {});
    }

    private static Map<String, String> seed(Part part, DesignTask task) {
        var sources = Candidate.seed(part, task).sources();
        var files = new HashMap<String, String>();
        part.files().forEach(file -> files.put(part.name() + "/" + file, sources.getOrDefault(file, "")));
        return files;
    }

    private static void check(Toolbox tools) {
        try {
            Versions.require(tools, Yosys.PROGRAM, Yosys.LEAST, "-V");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
