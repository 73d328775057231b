package dev.ouroboros.engine.space;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Python's arithmetic (The Python Language Reference, 6.5 to 6.8), but for one thing: an integer beyond 64 bits is an
 * error.
 */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        return apply("+", left, right, Math::addExact, Double::sum);
    }

    static Object subtract(Object left, Object right) {
        return apply("-", left, right, Math::subtractExact, (a, b) -> a - b);
    }

    static Object multiply(Object left, Object right) {
        return apply("*", left, right, Math::multiplyExact, (a, b) -> a * b);
    }

    static Object divide(Object left, Object right) {
        var a = operand("/", left, left, right);
        var b = operand("/", right, left, right);
        refuseZero(b);
        if (a instanceof Long x && b instanceof Long y && (Value.isLarge(x) || Value.isLarge(y))) {
            return new BigDecimal(x)
                    .divide(new BigDecimal(y), MathContext.DECIMAL128)
                    .doubleValue();
        }
        return a.doubleValue() / b.doubleValue();
    }

    static Object floorDivide(Object left, Object right) {
        refuseZero(operand("//", right, left, right));
        return apply("//", left, right, Arithmetic::floorDivideExact, Arithmetic::floorDivideFloats);
    }

    static Object modulo(Object left, Object right) {
        refuseZero(operand("%", right, left, right));
        return apply("%", left, right, Math::floorMod, Arithmetic::moduloFloats);
    }

    static Object power(Object left, Object right) {
        var base = operand("**", left, left, right);
        var exponent = operand("**", right, left, right);
        if (base.doubleValue() == 0 && exponent.doubleValue() < 0) {
            throw new ValueException("0 to a negative power");
        }
        if (base instanceof Long b && exponent instanceof Long e && e >= 0) {
            return integerPower(b, e);
        }
        double result = Math.pow(base.doubleValue(), exponent.doubleValue());
        if (Double.isNaN(result) && !isNaN(base) && !isNaN(exponent)) {
            throw new ValueException("a negative number to a fractional power is not real");
        }
        if (Double.isInfinite(result) && isFinite(base) && isFinite(exponent)) {
            throw new ValueException("the power is too large");
        }
        return result;
    }

    static Object negate(Object value) {
        return switch (operand("-", value)) {
            case Long l -> exactly("-", () -> Math.negateExact(l));
            case Double d -> -d;
            case Number other -> throw new IllegalStateException("no value of an expression: " + other);
        };
    }

    static Object plus(Object value) {
        return operand("+", value);
    }

    private static Object apply(String operator, Object left, Object right, Longs longs, Doubles doubles) {
        var a = operand(operator, left, left, right);
        var b = operand(operator, right, left, right);
        if (a instanceof Long x && b instanceof Long y) {
            return exactly(operator, () -> longs.apply(x, y));
        }
        return doubles.apply(a.doubleValue(), b.doubleValue());
    }

    private static Number operand(String operator, Object value, Object left, Object right) {
        if (Value.number(value) instanceof Number number) {
            return number;
        }
        throw new ValueException(operator + " does not take " + Value.type(left) + " and " + Value.type(right)
                + "; expected two numbers");
    }

    private static Number operand(String operator, Object value) {
        if (Value.number(value) instanceof Number number) {
            return number;
        }
        throw new ValueException(operator + " does not take " + Value.type(value) + "; expected a number");
    }

    private static Object exactly(String operator, Exact operation) {
        try {
            return operation.run();
        } catch (ArithmeticException e) {
            throw overflow(operator);
        }
    }

    private static ValueException overflow(String operator) {
        return new ValueException("the result of " + operator + " does not fit 64 bits");
    }

    private static void refuseZero(Number divisor) {
        if (divisor.doubleValue() == 0) {
            throw new ValueException("division by zero");
        }
    }

    private static boolean isNaN(Number number) {
        return Double.isNaN(number.doubleValue());
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private static Object integerPower(long base, long exponent) {
        if (base == 0 || base == 1) {
            return exponent == 0 ? 1L : base;
        }
        if (base == -1) {
            return exponent % 2 == 0 ? 1L : -1L;
        }
        if (exponent > 63) {
            throw overflow("**");
        }
        return exactly("**", () -> Math.powExact(base, (int) exponent));
    }

    private static long floorDivideExact(long a, long b) {
        if (a == Long.MIN_VALUE && b == -1) {
            throw new ArithmeticException("overflow");
        }
        return Math.floorDiv(a, b);
    }

    private static double moduloFloats(double a, double b) {
        double remainder = a % b;
        if (remainder == 0) {
            return Math.copySign(0.0, b);
        }
        return (remainder < 0) == (b < 0) ? remainder : remainder + b;
    }

    /** As CPython's {@code float_floor_div}: floor of the quotient, mended where its rounding lost the last unit. */
    private static double floorDivideFloats(double a, double b) {
        double quotient = (a - moduloFloats(a, b)) / b;
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private interface Longs {
        long apply(long a, long b);
    }

    private interface Doubles {
        double apply(double a, double b);
    }

    private interface Exact {
        long run();
    }
}
