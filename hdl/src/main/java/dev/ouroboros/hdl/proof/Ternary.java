package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Logic;
import java.util.List;

/** A bit that is 0, 1 or undefined. */
public enum Ternary {
    ZERO('0'),
    ONE('1'),
    UNDEFINED('x');

    private final char digit;

    Ternary(char digit) {
        this.digit = digit;
    }

    /** Returns {@code 0}, {@code 1} or {@code x}. */
    public char digit() {
        return digit;
    }

    /** Returns the digits of a word that is given least significant bit first, as people write it. */
    public static String digits(List<Ternary> word) {
        var text = new StringBuilder();
        word.forEach(bit -> text.append(bit.digit()));
        return text.reverse().toString();
    }

    /** Returns a bit that is known. */
    public static Ternary of(boolean value) {
        return value ? ONE : ZERO;
    }

    /** Computes with them; apart from {@link Rail}, so that a counterexample is checked by other means than it was found. */
    public static final Logic<Ternary> LOGIC = new Logic<>() {
        @Override
        public Ternary constant(boolean value) {
            return of(value);
        }

        @Override
        public Ternary not(Ternary a) {
            return switch (a) {
                case ZERO -> ONE;
                case ONE -> ZERO;
                case UNDEFINED -> UNDEFINED;
            };
        }

        @Override
        public Ternary and(Ternary a, Ternary b) {
            if (a == ZERO || b == ZERO) {
                return ZERO;
            }
            return a == ONE && b == ONE ? ONE : UNDEFINED;
        }

        @Override
        public Ternary mux(Ternary select, Ternary whenZero, Ternary whenOne) {
            return switch (select) {
                case ZERO -> whenZero;
                case ONE -> whenOne;
                case UNDEFINED -> whenZero == whenOne ? whenZero : UNDEFINED;
            };
        }
    };
}
