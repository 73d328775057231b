package dev.ouroboros.engine.space;

/** Python's operators on the bits of integers (The Python Language Reference, 6.8 and 6.9). */
final class Bits {
    private Bits() {}

    static Object and(Object left, Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.logicalAnd(a, b);
        }
        return integer("&", left) & integer("&", right);
    }

    static Object or(Object left, Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.logicalOr(a, b);
        }
        return integer("|", left) | integer("|", right);
    }

    static Object xor(Object left, Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.logicalXor(a, b);
        }
        return integer("^", left) ^ integer("^", right);
    }

    static Object shiftLeft(Object left, Object right) {
        long value = integer("<<", left);
        long distance = distance("<<", right);
        long shifted = distance < 64 ? value << distance : 0;
        if (value != 0 && (distance >= 64 || shifted >> distance != value)) {
            throw new ValueException("the result of << does not fit 64 bits");
        }
        return shifted;
    }

    static Object shiftRight(Object left, Object right) {
        long value = integer(">>", left);
        return value >> Math.min(63, distance(">>", right));
    }

    static Object invert(Object value) {
        return ~integer("~", value);
    }

    private static long distance(String operator, Object value) {
        long distance = integer(operator, value);
        if (distance < 0) {
            throw new ValueException(operator + " by " + distance + "; expected 0 or more");
        }
        return distance;
    }

    private static long integer(String operator, Object value) {
        if (Value.number(value) instanceof Long l) {
            return l;
        }
        throw new ValueException(operator + " does not take " + Value.type(value) + "; expected an integer");
    }
}
