package dev.ouroboros.hdl.tool;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.process.ToolMissing;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void versionsAreComparedAsNumbers() {
        assertTrue(Versions.isOlder("Yosys 0.9 (git sha1 1979e0b)", "0.23"));
        assertFalse(Versions.isOlder("Yosys 0.23 (git sha1 7ce5011c24b)", "0.23"));
        assertFalse(Versions.isOlder("Yosys 0.61+5 (git sha1 7ce5011c24b)", "0.23"));
        assertTrue(Versions.isOlder("Verilator 4.038 2020-07-11 rev v4.036-114-g0cd4a57ad", "5.006"));
        assertFalse(Versions.isOlder("Verilator 5.006 2023-01-22 rev (Debian 5.006-3)", "5.006"));
        assertFalse(Versions.isOlder("of unknown version", "5.006"));
    }

    @Test
    void aProgramThatIsTooOldIsNamedWithItsPlaceAndBothVersions() throws Exception {
        var tools = Toolbox.onThisMachine();
        assertDoesNotThrow(() -> Versions.require(tools, Yosys.PROGRAM, Yosys.LEAST, "-V"));
        var missing = assertThrows(ToolMissing.class, () -> Versions.require(tools, Yosys.PROGRAM, "999.1", "-V"));
        assertEquals(Yosys.PROGRAM, missing.tool());
        String said = String.valueOf(missing.getMessage());
        assertTrue(said.contains("/yosys is too old: it says 'Yosys "), said);
        assertTrue(said.contains("', and 999.1 is needed"), said);
    }
}
