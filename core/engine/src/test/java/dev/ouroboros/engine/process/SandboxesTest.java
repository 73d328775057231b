package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SandboxesTest {
    private static final Path PROGRAM = Path.of("/usr/bin/bwrap");

    @Test
    void aSandboxThatRunsWorks() throws Exception {
        assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
    }

    @Test
    void aSandboxThatDoesNotRunIsForbiddenAndTellsWhy() throws Exception {
        ToolRunner refusing =
                call -> new ToolResult(1, "", "bwrap: setting up uid map: Permission denied\n", false, false);
        var found = Sandboxes.tryOut(PROGRAM, refusing);
        var forbidden = assertInstanceOf(Sandboxes.Detection.Forbidden.class, found);
        assertEquals("bwrap: setting up uid map: Permission denied", forbidden.said());
        assertFalse(forbidden.mend().isBlank());
    }

    @Test
    void anOldVersionRunsWithoutASize() throws Exception {
        ToolRunner old = call -> call.command().contains("--size")
                ? new ToolResult(1, "", "bwrap: Unknown option --size", false, false)
                : new ToolResult(0, "--tmpfs DEST", "", false, false);
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.tryOut(PROGRAM, old));
        assertFalse(((Bubblewrap) works.sandbox()).sizedTmpfs());
    }

    @Test
    void theMendNamesTheSettingThatForbids() {
        assertTrue(mend(true, false, false).contains("apparmor"));
        assertTrue(mend(false, true, false).contains("kernel.unprivileged_userns_clone=1"));
        assertTrue(mend(false, false, true).contains("user.max_user_namespaces"));
        assertTrue(mend(false, false, false).contains("container"));
    }

    private static String mend(boolean appArmor, boolean clone, boolean none) {
        return Sandboxes.mend(new Sandboxes.Mends(appArmor, clone, none));
    }
}
