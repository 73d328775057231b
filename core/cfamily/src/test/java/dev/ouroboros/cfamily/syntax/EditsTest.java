package dev.ouroboros.cfamily.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ouroboros.engine.artifact.Patch;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {

    @Test
    void aPatchReplacesTheLinesOfItsEdits() {
        var patch = Edits.patch("f.c", "one\ntwo\nthree\n", List.of(new Edit(4, 7, "2")));
        assertEquals(new Patch.BlockReplacement("f.c", "two", "2"), patch);
    }

    @Test
    void aPatchOfLinesThatStandTwiceTakesMoreAroundThem() {
        var patch = Edits.patch("f.c", "a\nx;\nb\nx;\n", List.of(Edit.insert(7, "y")));
        assertEquals(new Patch.BlockReplacement("f.c", "b\nx;\n", "b\nyx;\n"), patch);
    }

    @Test
    void editsMayNotOverlap() {
        var edits = List.of(new Edit(0, 3, ""), new Edit(2, 4, ""));
        assertThrows(IllegalArgumentException.class, () -> Edits.apply("abcdef", edits));
    }
}
