package dev.ouroboros.hdl.operator;

/**
 * Size of a value.
 *
 * @param width in bits, at least 1
 */
record Shape(int width, boolean signed) {
    static final Shape BIT = new Shape(1, false);
    static final Shape INTEGER = new Shape(32, true);

    static Shape unsigned(int width) {
        return new Shape(width, false);
    }

    /** Returns the size that both operands of an arithmetic operator get (IEEE 1364-2005, 5.4 and 5.5). */
    Shape with(Shape other) {
        return new Shape(Math.max(width, other.width), signed && other.signed);
    }
}
