package dev.ouroboros.engine.task;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

class SectionTest {

    @Test
    void aKeyThatNobodyReadsIsAMistakeWithItsPlaceAndTheNearestKnownOne() throws Exception {
        var section = section("entry = \"f\"\nlocal-sise = [1]\n");
        section.string("entry");
        section.strings("local-size", List.of());
        var message = assertThrows(TaskException.class, section::rejectUnread).toString();
        assertTrue(message.contains("task.toml:2:1: 'local-sise' is not known here"), message);
        assertTrue(message.contains("Maybe 'local-size' is meant."), message);
    }

    @Test
    void aTableThatWasReadIsSearchedForUnreadKeysToo() throws Exception {
        var section = section("[buffer]\nnames = 1\n");
        section.table("buffer");
        var message = assertThrows(TaskException.class, section::rejectUnread).toString();
        assertTrue(message.contains("'buffer.names'"), message);
    }

    @Test
    void severalModulesMayReadTheSameTable() throws Exception {
        var section = section("[deep]\none = 1\ntwo = 2\n");
        assertEquals(1, section.table("deep").integer("one"));
        assertEquals(2, section.table("deep").integer("two"));
        section.rejectUnread();
    }

    @Test
    void aKeyWithAFallbackMayBeMissing() throws Exception {
        var section = section("");
        assertEquals("x", section.string("a", "x"));
        assertEquals(4, section.integer("b", 4));
        assertEquals(0.5, section.number("c", 0.5));
        assertTrue(section.bool("d", true));
        assertFalse(section.tableOrEmpty("e").has("f"));
        section.rejectUnread();
    }

    @Test
    void aWrongTypeSaysWhatWasFoundAndWhatWasExpected() {
        var message = assertThrows(TaskException.class, () -> section("a = 1").string("a"))
                .getMessage();
        assertEquals("task.toml:1:1: 'a' is the integer 1; expected a string", message);
    }

    @Test
    void aWholeNumberIsANumber() throws Exception {
        assertEquals(3.0, section("a = 3").number("a"));
    }

    private static Section section(String text) {
        return new Section("task.toml", "", Toml.parse(text), null);
    }
}
