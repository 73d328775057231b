package dev.ouroboros.cfamily.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On libraries that a C compiler made, as PoCL's linker would. */
class CompiledCodeTest {
    @TempDir
    Path folder;

    @Test
    void whatALibraryTakesFromItsProcessIsListed() throws Exception {
        var code =
                compiled("int system(const char *); double sin(double); int f(int x) { return system(0) + sin(x); }");
        assertTrue(code.imports().containsAll(Set.of("system", "sin")), code::toString);
        assertEquals(Set.of("system"), code.suspicious());
        assertFalse(code.runsAtLoad());
    }

    @Test
    void codeThatRunsAtLoadIsSeen() throws Exception {
        assertTrue(compiled("__attribute__((constructor)) void f(void) {}").runsAtLoad());
    }

    @Test
    void pureMathematicsIsAboveSuspicion() throws Exception {
        var code = compiled("float f(float x) { return x * x + 1; }");
        assertEquals(Set.of(), code.suspicious());
        assertFalse(code.runsAtLoad());
    }

    @Test
    void whatIsNoLibraryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CompiledCode.read(new byte[100]));
    }

    private CompiledCode compiled(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("k.c"), source);
        Path library = folder.resolve("k.so");
        int exit = new ProcessBuilder(List.of(
                        "cc",
                        "-fno-builtin",
                        "-nostartfiles",
                        "-shared",
                        "-fPIC",
                        "-o",
                        library.toString(),
                        file.toString()))
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, exit);
        return CompiledCode.read(Files.readAllBytes(library));
    }
}
