package dev.ouroboros.engine.space;

import java.math.BigDecimal;
import java.util.List;

/** Python's comparisons (The Python Language Reference, 6.10): numbers compare by exact value, whatever their type. */
enum Comparison {
    EQUAL("==") {
        @Override
        boolean holds(Object left, Object right) {
            return areEqual(left, right);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        boolean holds(Object left, Object right) {
            return !areEqual(left, right);
        }
    },
    LESS("<") {
        @Override
        boolean holds(Object left, Object right) {
            return !anyNaN(left, right) && order(this, left, right) < 0;
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        boolean holds(Object left, Object right) {
            return !anyNaN(left, right) && order(this, left, right) <= 0;
        }
    },
    GREATER(">") {
        @Override
        boolean holds(Object left, Object right) {
            return !anyNaN(left, right) && order(this, left, right) > 0;
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        boolean holds(Object left, Object right) {
            return !anyNaN(left, right) && order(this, left, right) >= 0;
        }
    },
    IN("in") {
        @Override
        boolean holds(Object left, Object right) {
            return contains(right, left);
        }
    },
    NOT_IN("not in") {
        @Override
        boolean holds(Object left, Object right) {
            return !contains(right, left);
        }
    };

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /**
     * Returns whether it holds.
     *
     * @throws ValueException if the two cannot be compared
     */
    abstract boolean holds(Object left, Object right);

    private static boolean areEqual(Object left, Object right) {
        var a = Value.number(left);
        var b = Value.number(right);
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (a instanceof Number x && b instanceof Number y) {
            return !anyNaN(a, b) && compare(x, y) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!areEqual(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static int order(Comparison comparison, Object left, Object right) {
        var a = Value.number(left);
        var b = Value.number(right);
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        throw new ValueException(comparison.sign + " does not compare " + Value.type(left) + " with "
                + Value.type(right) + "; expected two numbers or two strings");
    }

    /** Returns the order of two numbers that are not NaN. */
    static int compare(Number a, Number b) {
        boolean finite = Double.isFinite(a.doubleValue()) && Double.isFinite(b.doubleValue());
        if (!finite || !(Value.isLarge(a) || Value.isLarge(b))) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return x < y ? -1 : x > y ? 1 : 0;
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Long l ? new BigDecimal(l) : new BigDecimal(number.doubleValue());
    }

    private static boolean anyNaN(Object left, Object right) {
        return isNaN(left) || isNaN(right);
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double d && d.isNaN();
    }

    private static boolean contains(Object container, Object element) {
        return switch (container) {
            case List<?> list -> list.stream().anyMatch(each -> areEqual(each, element));
            case String text when element instanceof String part -> text.contains(part);
            default ->
                throw new ValueException("in looks for " + Value.type(element) + " in " + Value.type(container)
                        + "; expected a list, for example [1, 2]");
        };
    }
}
