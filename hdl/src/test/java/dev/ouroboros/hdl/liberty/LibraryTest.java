package dev.ouroboros.hdl.liberty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void knowsItsCellsAndWhichOfThemHoldAState() throws Exception {
        var library = Library.read(SmallLibrary.TEXT);
        assertEquals("small", library.name());
        assertEquals(7, library.cells());
        assertEquals(Set.of("DFF", "DFFR"), library.storing());
    }

    @Test
    void whatNoDesignCanDoWithoutIsMissedAtOnce() {
        complaint("no inverter", SmallLibrary.TEXT.replace("\"!A\"", "\"A\""));
        complaint("no flip-flop", SmallLibrary.TEXT.replace("ff (", "latch ("));
        complaint(
                "line 17: the cell BUF has no area",
                SmallLibrary.TEXT.replace(
                        "area : 2;\n    pin (A) { direction : "
                                + "input; capacitance : 1.0; }\n    pin (Y) { direction : output; function : \"A\"",
                        "pin (Y) { x : 1"));
        complaint("has the area big; expected a number", SmallLibrary.TEXT.replace("area : 10", "area : big"));
        complaint("has no cells", "library (empty) { }");
    }

    @Test
    void otherTextIsRefusedWithItsLine() {
        complaint("starts with 'module'", "module d; endmodule");
        complaint("line 2: expected ':' or '(' after area", "library (l) {\n cell (a) { area 5; } }");
        complaint("ends in line 2", "library (l) {\n cell (a) {");
        complaint("a string has no end", "library (l) { a : \"x; }");
    }

    @Test
    void listsLineContinuationsAndMissingSemicolonsAreRead() throws Exception {
        var text = SmallLibrary.TEXT
                .replace("area : 12;", "area : 12\n")
                .replace("values (\"0.1, 0.2\",", "values ( \\\n \"0.1, 0.2\", \\\n");
        assertEquals(7, Library.read(text).cells());
    }

    private static void complaint(String expected, String text) {
        String message = String.valueOf(
                assertThrows(LibertyProblem.class, () -> Library.read(text)).getMessage());
        assertTrue(message.contains(expected), message);
    }
}
