package dev.ouroboros.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"107.1, 107×", "12.44, 12.4×", "1.816, 1.82×", "1.0129, 1.013×", "0.5, 0.50×", "NaN, –"})
    void ratiosKeepThreeDigitsOrSo(double ratio, String text) {
        assertEquals(text, Figures.ratio(ratio));
    }

    @ParameterizedTest
    @CsvSource({
        "98.04, 115.96, 98× … 116×",
        "1.121, 1.142, 1.121× … 1.142×",
        "60.02, 60.98, 60.0× … 61.0×",
        "1, 1, 1.000× … 1.000×"
    })
    void anIntervalTellsItsEndsApart(double low, double high, String text) {
        assertEquals(text, Figures.interval(low, high));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "6.4e-4, 640 µs",
        "0.0123, 12.3 ms",
        "3.21, 3.2 s",
        "312, 5m 12s",
        "7505, 2h 05m",
        "3e-8, 30.0 ns"
    })
    void secondsTakeTheUnitThatFits(double seconds, String text) {
        assertEquals(text, Figures.seconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0001, < 0.1 %", "0.056, 5.6 %", "0.68, 68 %", "1, 100 %"})
    void smallSharesKeepADecimal(double fraction, String text) {
        assertEquals(text, Figures.percent(fraction));
    }

    @Test
    void aTableRefusesARowOfAnotherWidth() {
        assertThrows(IllegalArgumentException.class, () -> new TextTable("a", "b").add("only one"));
    }

    @Test
    void textIsShownWithNothingHidden() {
        assertEquals("a⟨001B⟩[31m\tb\n⟨202E⟩c", VisibleText.of("a\u001B[31m\tb\r\n\u202Ec"));
        assertEquals("one two …", VisibleText.line("one\n two  three", 9));
    }
}
