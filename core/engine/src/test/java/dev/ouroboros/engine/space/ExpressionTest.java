package dev.ouroboros.engine.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Object> VARIABLES =
            Map.of("x", 3L, "y", -7L, "f", 2.5, "on", true, "off", false, "mode", "fast", "kernel.throughput", 8.0);

    /** The expected values were printed by CPython 3.11. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 + 2 * 3               | 7
            (1 + 2) * 3             | 9
            7 // 2                  | 3
            -7 // 2                 | -4
            7 // -2                 | -4
            -7 % 3                  | 2
            7 % -3                  | -2
            -7.5 // 2               | -4.0
            -7.5 % 2                | 0.5
            7.5 % -2                | -0.5
            6 / 3                   | 2.0
            7 / 2                   | 3.5
            2 ** 10                 | 1024
            2 ** -1                 | 0.5
            -2 ** 2                 | -4
            2 ** 3 ** 2             | 512
            2 ** 0.5 * 2 ** 0.5     | 2.0000000000000004
            0x10 + 0b11 + 1_000     | 1019
            .5 + 1. + 1e3           | 1001.5
            1 + True                | 2
            y // x                  | -3
            x * f                   | 7.5
            `6 & 3 | 8 ^ 1`         | 11
            1 << 4 >> 2             | 4
            ~5                      | -6
            kernel.throughput / 2   | 4.0
            """)
    void arithmeticIsPythons(String text, String expected) {
        assertEquals(expected, String.valueOf(Expression.parse(text).evaluate(VARIABLES)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 <= x <= 4                        | true
            1 <= x < 3                         | false
            1 < 2 > 1                          | true
            x == 3.0                           | true
            True == 1                          | true
            mode == 'fast'                     | true
            mode != "slow"                     | true
            mode == 1                          | false
            'abc' < 'abd'                      | true
            x in [1, 2, 3]                     | true
            x not in (1, 2)                    | true
            x in (3,)                          | true
            'as' in mode                       | true
            not x == 3                         | false
            not not on                         | true
            9007199254740993 == 9007199254740992.0 | false
            x % 2 == 0 or x > 2 and not off    | true
            [1, 2] == [1, 2.0]                 | true
            """)
    void comparisonsArePythons(String text, boolean expected) {
        assertEquals(expected, Expression.parse(text).evaluate(VARIABLES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 or x              | 3
            x or 1 // 0         | 3
            0 and 1 // 0        | 0
            '' or mode          | fast
            on and f            | 2.5
            1 if off else 2     | 2
            1 if on else 1 // 0 | 1
            1 if off else 2 if off else 3 | 3
            """)
    void andOrAndIfReturnAnOperandAndSkipTheRest(String text, String expected) {
        assertEquals(expected, String.valueOf(Expression.parse(text).evaluate(VARIABLES)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            min(4, x, 5)      | 3
            max([1, 9, 4])    | 9
            abs(y)            | 7
            abs(-2.5)         | 2.5
            int(-2.7)         | -2
            float(x)          | 3.0
            round(2.5)        | 2
            round(3.5)        | 4
            round(2.675, 2)   | 2.67
            round(1250, -2)   | 1200
            ceil(2.1)         | 3
            math.floor(-2.1)  | -3
            len(mode)         | 4
            len([1, 2])       | 2
            """)
    void functionsArePythons(String text, String expected) {
        assertEquals(expected, String.valueOf(Expression.parse(text).evaluate(VARIABLES)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 +                | 4  | found the end, expected a number, a string, a name or (
            (1 + 2             | 7  | found the end, expected , or )
            1 2                | 3  | found '2', expected an operator or the end
            x = 3              | 3  | expected == to compare
            x ? 1              | 3  | unexpected '?'
            a if b             | 7  | found the end, expected else
            'abc               | 1  | a string that does not end
            sqrt(2)            | 1  | no function sqrt(); expected one of [min
            len()              | 1  | len() has 0 arguments; expected 1
            x is None          | 3  | found 'is', expected an operator
            99999999999999999999 | 1 | does not fit 64 bits
            """)
    void aMistakeIsShownWithItsColumnAndWhatWasExpected(String text, int column, String problem) {
        var e = assertThrows(ExpressionException.class, () -> Expression.parse(text));
        assertEquals(column, e.column());
        assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x + 1 // 0                 | 7 | division by zero
            x % 0.0                    | 3 | division by zero
            9223372036854775807 + x    | 21 | does not fit 64 bits
            10 ** 19                   | 4 | does not fit 64 bits
            1 << 63                    | 3 | does not fit 64 bits
            mode < 3                   | 6 | expected two numbers or two strings
            mode * 2                   | 6 | expected two numbers
            f & 1                      | 3 | expected an integer
            (-8) ** 0.5                | 6 | is not real
            missing + 1                | 1 | no value for missing
            """)
    void anExpressionWithoutValueSaysWhere(String text, int column, String problem) {
        var expression = Expression.parse(text);
        var e = assertThrows(ExpressionException.class, () -> expression.evaluate(VARIABLES));
        assertEquals(column, e.column());
        assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
    }

    @Test
    void namesAreThoseOfVariablesOnly() {
        var expression = Expression.parse("max(TILE_M, a.b) * TILE_M if True else 'c'");
        assertEquals(Set.of("TILE_M", "a.b"), expression.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "2**", "not ", "1 if 1 else ", "~"})
    void nestingIsLimitedAndNeverOverflowsTheStack(String piece) {
        assertThrows(ExpressionException.class, () -> Expression.parse(piece.repeat(10_000) + "1"));
    }

    @Test
    void aLongChainIsEvaluated() {
        assertEquals(400L, Expression.parse("1" + " + 1".repeat(399)).evaluate(Map.of()));
    }

    @Test
    void anyTextIsAnExpressionOrAnExpressionException() {
        var pieces = new String[] {
            "1",
            "2.5",
            "x",
            "mode",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "**",
            "/",
            "//",
            "%",
            "<",
            "<=",
            "==",
            "in",
            "not",
            "and",
            "or",
            "if",
            "else",
            "True",
            "'s'",
            "min",
            "round",
            " ",
            "~",
            "&",
            "<<",
            "9223372036854775807",
            "=",
            "\u00e9",
            "\n",
            "\"",
            "1e309",
            "0x",
            ".",
            "f"
        };
        var random = new Random(1);
        int values = 0;
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            try {
                Expression.parse(text.toString()).evaluate(VARIABLES);
                values++;
            } catch (ExpressionException e) {
                assertTrue(e.column() >= 1 && e.column() <= text.length() + 1, e.getMessage());
            }
        }
        assertTrue(values > 1000, "the generator makes valid expressions too");
    }
}
