package dev.ouroboros.hdl.netlist;

/** A design cannot be built, or is not one of the kind that the layer proves; the message says what and where. */
public final class DesignProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public DesignProblem(String message) {
        super(message);
    }
}
