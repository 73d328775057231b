package dev.ouroboros.cfamily.syntax;

/** A language of the C family. */
public enum Dialect {
    C,
    /** OpenCL C 1.2; its qualifiers say where a thing lives, which no operator changes. */
    OPENCL;

    /** Returns whether functions of floats have other names than those of doubles. */
    public boolean hasLibm() {
        return this == C;
    }
}
