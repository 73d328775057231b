package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.process.DefaultToolRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real repository and the real compiler. */
class FreezerTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private Repository repository;
    private Freezer freezer;

    @BeforeEach
    void begin() throws Exception {
        repository = Repository.in(Files.createDirectory(folder.resolve("home")));
        freezer = new Freezer(repository.home(), folder.resolve("versions"), new DefaultToolRunner(), Scope.SEARCH);
    }

    private Version freeze(String name) throws Exception {
        return freezer.freeze(name, notes::add);
    }

    private void write(String choice) throws Exception {
        MiniEngine.write(repository.home(), choice);
    }

    @Test
    void aRevisionIsBuiltAsItWasCommitted() throws Exception {
        write(MiniEngine.FORWARDS);
        var first = repository.commit();
        write(MiniEngine.BACKWARDS);
        var second = repository.commit();
        var before = freeze("HEAD~1");
        var now = freeze("main");
        assertEquals(first, before.origin());
        assertEquals(second, now.origin());
        assertNotEquals(before.digest(), now.digest());
        assertEquals(before.digest(), before.classes().getFileName().toString());
        assertEquals(before.digest(), Freezer.digest(before.classes()), "the folder is named by what is in it");
        assertTrue(Files.exists(before.classes().resolve("dev/ouroboros/engine/search/GridSearch.class")));
        assertEquals(before, freezer.freeze("HEAD~1", notes::add), "built once");
        assertEquals(List.of(), notes);
    }

    @Test
    void whatIsNotCommittedIsInWorkingAndNotInHead() throws Exception {
        write(MiniEngine.FORWARDS);
        repository.commit();
        var committed = freeze("HEAD");
        write(MiniEngine.BACKWARDS);
        assertEquals(committed.digest(), freeze("HEAD").digest());
        assertTrue(notes.getLast().contains("'working'"), notes.toString());
        assertNotEquals(committed.digest(), freeze("working").digest());
    }

    @Test
    void aFolderWithACheckoutIsAVersionToo() throws Exception {
        write(MiniEngine.FORWARDS);
        repository.commit();
        var other = MiniEngine.write(folder.resolve("other"), MiniEngine.FORWARDS);
        assertTrue(freeze(other.toString()).sameAs(freeze("HEAD")));
    }

    @Test
    void commentsMakeNoOtherVersion() throws Exception {
        write(MiniEngine.FORWARDS);
        repository.commit();
        var file = repository.home().resolve("core/engine/src/main/java/dev/ouroboros/engine/search/GridSearch.java");
        Files.writeString(file, "// More words.\n\n" + Files.readString(file));
        assertTrue(freeze("HEAD").sameAs(freeze("working")));
    }

    @Test
    void mistakesAreNamed() throws Exception {
        write(MiniEngine.FORWARDS);
        repository.commit();
        assertSays("'nowhere' is no revision", "nowhere");
        assertSays("'--all' is no revision", "--all");
        assertSays(
                "expected a checkout",
                Files.createDirectory(folder.resolve("empty")).toString());
        write("grid.pionts.get(0)");
        assertSays("pionts", "working");
        assertSays("does not build", "working");
        Files.delete(repository.home().resolve("core/engine/src/main/java/dev/ouroboros/engine/space/Grid.java"));
        assertSays("does not build", "working");
    }

    @Test
    void aRevisionFromBeforeThereWasASearchSaysSo() throws Exception {
        Files.writeString(repository.home().resolve("README.md"), "nothing yet");
        repository.commit();
        assertSays("no core/engine/src/main", "HEAD");
    }

    @Test
    void withoutARepositoryOnlyFoldersAreVersions() throws Exception {
        var home = MiniEngine.write(folder.resolve("unpacked"), MiniEngine.FORWARDS);
        var alone = new Freezer(home, folder.resolve("versions"), new DefaultToolRunner(), Scope.SEARCH);
        assertFalse(alone.freeze("working", notes::add).digest().isEmpty());
        var failure = assertThrows(DeltaException.class, () -> alone.freeze("HEAD", notes::add));
        assertTrue(String.valueOf(failure.getMessage()).contains("no git repository"), failure.getMessage());
    }

    private void assertSays(String words, String name) {
        var failure = assertThrows(DeltaException.class, () -> freeze(name));
        assertTrue(String.valueOf(failure.getMessage()).contains(words), failure.getMessage());
    }
}
