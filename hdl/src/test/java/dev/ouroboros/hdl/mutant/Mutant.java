package dev.ouroboros.hdl.mutant;

/**
 * A design with one small error.
 *
 * @param what was put for what, for people
 * @param source all of the file
 */
public record Mutant(Kind kind, String what, String source) {

    /** What kind of error it is. */
    public enum Kind {
        /** Another number. */
        CONSTANT,
        /** An operand that is left out. */
        DROPPED_TERM,
        /** A comparison that is one off. */
        OFF_BY_ONE,
        /** Operands or branches exchanged. */
        SWAPPED,
        /** Another operator. */
        OPERATOR,
        /** A reset that forgets a register, or comes at the wrong level. */
        RESET,
        /** A step that is done always, never, or when it should not be. */
        STREAM,
        /** A signal that comes a cycle later or earlier. */
        LATENCY
    }
}
