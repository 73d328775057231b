package dev.ouroboros.app.delta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of a few lines that answers {@code run} and {@code lineage} as ours does, so that versions run in a moment. */
public final class MiniProgram {
    private static final String MAIN = """
            package dev.ouroboros.app;

            import java.nio.file.*;
            import java.util.*;

            public final class Main {
                public static void main(String[] arguments) throws Exception {
                    var all = List.of(arguments);
                    var workspace = Path.of(all.get(all.indexOf("--workspace") + 1));
                    if (arguments[0].equals("lineage")) {
                        System.out.println("{\\"steps\\": [{\\"evaluation\\": 2, \\"total\\": " + Files.readString(workspace) + "}]}");
                        return;
                    }
                    if (Files.exists(workspace)) throw new IllegalStateException("somebody was here before");
                    int seed = Integer.parseInt(all.get(all.indexOf("--seed") + 1));
                    double gain = GAIN;
                    Files.writeString(workspace, "" + gain);
                    Files.writeString(Path.of(arguments[1]).resolve("task.toml"), "spoiled");
                    System.out.println("{\\"run\\": \\"r\\", \\"evaluations\\": 4, \\"wall_s\\": 0.5, \\"best\\": {\\"gain\\": " + gain + "}}");
                }
            }
            """;

    private MiniProgram() {}

    /** Writes a checkout whose runs have that gain, an expression of {@code seed}. */
    public static Path write(Path checkout, String gain) throws IOException {
        MiniEngine.write(checkout, MiniEngine.FORWARDS);
        var app = Files.createDirectories(checkout.resolve("core/app/src/main/java/dev/ouroboros/app"));
        Files.writeString(app.resolve("Main.java"), MAIN.replace("GAIN", gain));
        return checkout;
    }
}
