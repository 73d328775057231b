package dev.ouroboros.hdl.proof;

import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Berkeley's ABC, which reads graphs without names: nothing that a candidate wrote reaches it as text. */
public record Abc(Toolbox tools) {
    /** The program, as Debian names it. */
    public static final String PROGRAM = "berkeley-abc";

    private static final Pattern STATUS = Pattern.compile("Status = (-?\\d+)\\s+Frames = (-?\\d+)");
    /** Seconds between an engine's own end and being killed, so that it can say how far it came. */
    private static final int MARGIN = 1;

    private static final String HOLDS = "1";
    private static final String FAILS = "0";

    /** Runs one engine for at most a time of the processor. */
    Answer ask(Engine engine, byte[] graph, int inputs, Duration time) throws InterruptedException {
        try (var folder = WorkFolder.create()) {
            folder.put("graph.aig", graph);
            List<Path> outputs = folder.outputs("witness");
            String commands =
                    engine.commands().replace("SECONDS", Long.toString(Math.max(1, time.toSeconds() - MARGIN)));
            ToolResult result = tools.runFor(
                    time,
                    folder,
                    outputs,
                    PROGRAM,
                    List.of("-s", "-c", "read_aiger graph.aig; " + commands + "; print_status; write_cex -a witness"));
            return answer(result, inputs, folder);
        }
    }

    private static Answer answer(ToolResult result, int inputs, WorkFolder folder) {
        Matcher last = STATUS.matcher(result.out());
        String status = "";
        int frames = -1;
        while (last.find()) {
            status = last.group(1);
            frames = Integer.parseInt(last.group(2));
        }
        return switch (status) {
            case HOLDS -> new Answer.Holds();
            case FAILS -> witness(folder.text("witness"), inputs);
            default -> new Answer.Open(Math.max(0, frames));
        };
    }

    /** The state at first, then a line of inputs for each cycle. */
    private static Answer witness(String text, int inputs) {
        var cycles = new ArrayList<BitSet>();
        for (String line : text.lines().skip(1).toList()) {
            String digits = line.replaceAll("[^01x].*", "");
            if (digits.length() == inputs) {
                var ones = new BitSet();
                for (int i = 0; i < digits.length(); i++) {
                    ones.set(i, digits.charAt(i) == '1');
                }
                cycles.add(ones);
            }
        }
        return cycles.isEmpty() ? new Answer.Open(0) : new Answer.Fails(cycles);
    }
}
