package dev.ouroboros.engine.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions an expression may call, as Python defines them. */
enum Function {
    MIN("min", 1, 64) {
        @Override
        Object apply(List<Object> arguments) {
            return extreme(arguments, Comparison.LESS);
        }
    },
    MAX("max", 1, 64) {
        @Override
        Object apply(List<Object> arguments) {
            return extreme(arguments, Comparison.GREATER);
        }
    },
    ABS("abs", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            var value = number(arguments);
            return Comparison.LESS.holds(value, 0L) ? Arithmetic.negate(value) : value;
        }
    },
    INT("int", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            return integer(arguments, RoundingMode.DOWN);
        }
    },
    FLOAT("float", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            return number(arguments).doubleValue();
        }
    },
    ROUND("round", 1, 2) {
        @Override
        Object apply(List<Object> arguments) {
            return arguments.size() == 1 ? integer(arguments, RoundingMode.HALF_EVEN) : toDigits(arguments);
        }
    },
    CEIL("ceil", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            return integer(arguments, RoundingMode.CEILING);
        }
    },
    FLOOR("floor", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            return integer(arguments, RoundingMode.FLOOR);
        }
    },
    LEN("len", 1, 1) {
        @Override
        Object apply(List<Object> arguments) {
            return switch (arguments.getFirst()) {
                case String text -> (long) text.codePointCount(0, text.length());
                case List<?> list -> (long) list.size();
                default -> throw wrongArgument(arguments.getFirst(), "a string or a list");
            };
        }
    };

    private final String label;
    private final int least;
    private final int most;

    Function(String label, int least, int most) {
        this.label = label;
        this.least = least;
        this.most = most;
    }

    /** Returns the function of that name, with or without {@code math.} in front, or null if there is none. */
    static @Nullable Function named(String name) {
        var plain = name.startsWith("math.") ? name.substring("math.".length()) : name;
        return Arrays.stream(values())
                .filter(function -> function.label.equals(plain))
                .findFirst()
                .orElse(null);
    }

    /** Returns the names of all functions, for error texts. */
    static List<String> labels() {
        return Arrays.stream(values()).map(function -> function.label).toList();
    }

    /** Returns what is wrong with a call of so many arguments, or null if nothing is. */
    @Nullable
    String complaint(int arguments) {
        if (arguments >= least && arguments <= most) {
            return null;
        }
        var expected = least == most ? String.valueOf(least) : least + " to " + most;
        return label + "() has " + arguments + " arguments; expected " + expected;
    }

    /**
     * Returns the result.
     *
     * @throws ValueException if there is none
     */
    abstract Object apply(List<Object> arguments);

    Number number(List<Object> arguments) {
        if (Value.number(arguments.getFirst()) instanceof Number number) {
            return number;
        }
        throw wrongArgument(arguments.getFirst(), "a number");
    }

    ValueException wrongArgument(Object found, String expected) {
        return new ValueException(label + "() does not take " + Value.type(found) + "; expected " + expected);
    }

    Object extreme(List<Object> arguments, Comparison better) {
        boolean single = arguments.size() == 1;
        if (single && !(arguments.getFirst() instanceof List<?> list && !list.isEmpty())) {
            throw new ValueException(label + "() needs two values, or a list that is not empty");
        }
        var values = single ? (List<?>) arguments.getFirst() : arguments;
        Object best = values.getFirst();
        for (var value : values) {
            if (better.holds(value, best)) {
                best = value;
            }
        }
        return best;
    }

    Object integer(List<Object> arguments, RoundingMode mode) {
        return switch (number(arguments)) {
            case Long l -> l;
            case Number number -> fit(finite(number).setScale(0, mode));
        };
    }

    /** As {@code round(value, digits)}: of the exact value of the float, ties to the even neighbour. */
    Object toDigits(List<Object> arguments) {
        if (!(Value.number(arguments.get(1)) instanceof Long digits) || Math.abs(digits) > 300) {
            throw new ValueException(label + "() needs an integer from -300 to 300 as its second argument");
        }
        return switch (number(arguments)) {
            case Long l when digits >= 0 -> l;
            case Long l -> fit(new BigDecimal(l).setScale(digits.intValue(), RoundingMode.HALF_EVEN));
            case Number number ->
                finite(number)
                        .setScale(digits.intValue(), RoundingMode.HALF_EVEN)
                        .doubleValue();
        };
    }

    private BigDecimal finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new ValueException(label + "() does not take " + number + "; expected a finite number");
        }
        return new BigDecimal(number.doubleValue());
    }

    private Object fit(BigDecimal whole) {
        try {
            return whole.longValueExact();
        } catch (ArithmeticException e) {
            throw new ValueException("the result of " + label + "() does not fit 64 bits");
        }
    }
}
