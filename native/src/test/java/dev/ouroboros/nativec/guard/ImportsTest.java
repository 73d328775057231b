package dev.ouroboros.nativec.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
    /** The names are those that objects of GCC and clang ask the C library for. */
    @ParameterizedTest
    @ValueSource(strings = {"expf", "__exp_finite", "_ZGVbN2v_exp", "_ZGVdN8v_expf", "_ZGVeN16v_cosf", "_ZGVdN4vv_pow"})
    void mathematicsComesForOneValueAndForSeveral(String name) {
        assertTrue(Imports.of(List.of("libm")).contains(name));
        assertFalse(Imports.of(List.of()).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "_ZGVeN16v_system", "_ZGVeN16v_", "fopen"})
    void nothingElseComesWithIt(String name) {
        assertFalse(Imports.of(List.of("libm")).contains(name));
    }
}
