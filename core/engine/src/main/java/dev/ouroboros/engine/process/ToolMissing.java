package dev.ouroboros.engine.process;

/** A program is not installed on this machine, or only one that is too old. */
public final class ToolMissing extends RuntimeException {
    private final String tool;

    public ToolMissing(String tool) {
        super("the program '" + tool
                + "' is not installed. Maybe `./ouroboros doctor` names the command that installs it.");
        this.tool = tool;
    }

    private ToolMissing(String tool, String message) {
        super(message);
        this.tool = tool;
    }

    /**
     * A program that is there, and of no use.
     *
     * @param path where it is
     * @param said what it says of its version
     * @param least the oldest version that would do
     */
    public static ToolMissing tooOld(String tool, String path, String said, String least) {
        return new ToolMissing(
                tool,
                "the program " + path + " is too old: it says '" + said + "', and " + least
                        + " is needed. Maybe a newer one can be put before it on PATH; `./ouroboros doctor` names the"
                        + " command that installs one.");
    }

    /** The program as it was called. */
    public String tool() {
        return tool;
    }
}
