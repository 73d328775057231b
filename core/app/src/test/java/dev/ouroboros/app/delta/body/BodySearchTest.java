package dev.ouroboros.app.delta.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.delta.body.BodyException.Fault;
import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.app.delta.player.Opening;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the real compiler. */
class BodySearchTest {
    private static final Opening OPENING =
            new Opening(Map.of("a", List.of(1, 2, 3)), List.of(List.of(0), List.of(1), List.of(2)), 7, Disguise.NONE);

    private static Map<String, String> body(String next) {
        return Map.of("Search.java", """
                public final class Search {
                    static final int START = 1;
                    private int told;
                    public Search(int[] sizes, int[][] points, long seed) {}
                    public int next() { NEXT }
                    public void tell(int point, double logGain, double seconds) { told++; }
                    private int again(int n) { return again(n + 1); }
                }
                """.replace("NEXT", next));
    }

    private static BodySearch.Seat sit(String next) throws BodyException {
        return BodySearch.of(body(next), Map.of()).sit(Layout.of(OPENING), OPENING.seed());
    }

    @Test
    void itChoosesAndLearns() throws BodyException {
        var seat = sit("return told < 2 ? START + told : -1;");
        assertEquals(1, seat.next());
        seat.tell(1, 0, 1);
        assertEquals(2, seat.next());
        seat.tell(2, Double.NaN, 1);
        assertEquals(-1, seat.next());
    }

    @Test
    void parametersAreConstants() throws BodyException {
        var search = BodySearch.of(body("return START;"), Map.of("START", 2L));
        assertEquals(2, search.sit(Layout.of(OPENING), OPENING.seed()).next());
    }

    @Test
    void whatNeverEndsIsStopped() throws BodyException {
        for (var next : List.of(
                "while (true) {}",
                "for (int i = 0; i < 9; i++) { i--; } return 0;",
                "do { told--; } while (told != 1); return 0;",
                "return (int) java.util.stream.IntStream.iterate(0, i -> 1 - i).filter(i -> i == 5).findFirst().getAsInt();")) {
            var failure = assertThrows(BodyException.class, () -> sit(next).next(), next);
            assertEquals(Fault.TIMEOUT, failure.fault(), next);
        }
    }

    @Test
    void whatFailsIsItsOwnFault() throws BodyException {
        for (var next :
                List.of("return new int[1][told].length / told;", "return again(0);", "throw new AssertionError();")) {
            var failure = assertThrows(BodyException.class, () -> sit(next).next(), next);
            assertEquals(Fault.INCORRECT, failure.fault(), next);
        }
    }

    @Test
    void whatDoesNotCompileSaysWhere() {
        var failure = assertThrows(BodyException.class, () -> sit("return nothing;"));
        assertEquals(Fault.BUILD, failure.fault());
        assertTrue(String.valueOf(failure.getMessage()).startsWith("5: "), failure.getMessage());
        var other = assertThrows(
                BodyException.class, () -> BodySearch.of(Map.of("Other.java", "final class Other {}"), Map.of()));
        assertEquals(Fault.BUILD, other.fault());
    }
}
