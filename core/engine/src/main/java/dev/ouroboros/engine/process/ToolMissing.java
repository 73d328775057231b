package dev.ouroboros.engine.process;

/** A program is not installed on this machine. */
public final class ToolMissing extends RuntimeException {
    private final String tool;

    public ToolMissing(String tool) {
        super("the program '" + tool
                + "' is not installed. Maybe `./ouroboros doctor` names the command that installs it.");
        this.tool = tool;
    }

    /** The program as it was called. */
    public String tool() {
        return tool;
    }
}
