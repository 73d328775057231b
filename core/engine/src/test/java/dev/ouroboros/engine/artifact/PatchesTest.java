package dev.ouroboros.engine.artifact;

import static org.junit.jupiter.api.Assertions.*;

import dev.ouroboros.engine.artifact.Patch.BlockReplacement;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.Patch.UnifiedDiff;
import dev.ouroboros.engine.artifact.Patch.WholeFile;
import dev.ouroboros.engine.space.Setting;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final EditScope SCOPE = new EditScope(Set.of("k/a.cl", "k/b.cl"));
    private static final Artifact SEED = Artifact.of(Map.of())
            .with("k/a.cl", "one\ntwo\nthree\n")
            .with("k/b.cl", "x\n")
            .with("k/fixed.h", "h\n")
            .with("k/parameters.json", ParameterFile.write(Setting.of(Map.of("TILE", 1L, "WIDE", 4L))));

    @Test
    void aBlockIsReplacedWhereItStandsOnce() throws PatchFailure {
        var changed = apply(new BlockReplacement("k/a.cl", "two\n", "2\n2\n"));
        assertEquals("one\n2\n2\nthree\n", changed.text("k/a.cl"));
    }

    @Test
    void aBlockThatStandsNowhereOrTwiceIsRefused() {
        refused("does not stand", new BlockReplacement("k/a.cl", "four", ""));
        refused("more than once", new BlockReplacement("k/a.cl", "e\n", ""));
        refused("is empty", new BlockReplacement("k/a.cl", "", "x"));
    }

    @Test
    void aSettingChangesWhatItNamesAndKeepsTheRest() throws PatchFailure {
        var changed = apply(new ParameterSetting("k", Setting.of(Map.of("TILE", 8L))));
        assertEquals(Setting.of(Map.of("TILE", 8L, "WIDE", 4L)), ParameterFile.read(changed.text("k/parameters.json")));
    }

    @Test
    void anUnknownParameterOrPartIsRefused() {
        refused("no parameter 'TULE'", new ParameterSetting("k", Setting.of(Map.of("TULE", 8L))));
        refused("no parameters", new ParameterSetting("j", Setting.of(Map.of("TILE", 8L))));
    }

    @Test
    void onlyEditableFilesMayBeTouchedByAnyKindOfPatch() {
        refused("may not be edited", new WholeFile("k/fixed.h", "x"));
        refused("may not be edited", new WholeFile("k/new.cl", "x"));
        refused("may not be edited", new WholeFile("k/parameters.json", "{}"));
        refused("may not be edited", new BlockReplacement("k/fixed.h", "h", "x"));
        refused("may not be edited", new UnifiedDiff("--- a/k/fixed.h\n+++ b/k/fixed.h\n@@ -1 +1 @@\n-h\n+x\n"));
        refused("may not be edited", new UnifiedDiff("--- a/../x\n+++ b/../x\n@@ -1 +1 @@\n-h\n+x\n"));
    }

    @Test
    void aDiffOfSeveralFilesIsApplied() throws PatchFailure {
        var changed = apply(new UnifiedDiff("""
                --- a/k/a.cl
                +++ b/k/a.cl
                @@ -1,3 +1,3 @@
                 one
                -two
                +2
                 three
                --- a/k/b.cl
                +++ b/k/b.cl
                @@ -1 +1 @@
                -x
                +y
                """));
        assertEquals("one\n2\nthree\n", changed.text("k/a.cl"));
        assertEquals("y\n", changed.text("k/b.cl"));
    }

    @Test
    void aDiffThatDoesNotFitIsRefused() {
        refused("does not fit", new UnifiedDiff("--- a/k/a.cl\n+++ b/k/a.cl\n@@ -1,2 +1,2 @@\n one\n-zwei\n+2\n"));
        refused("not a unified diff", new UnifiedDiff("two -> 2"));
        refused("no hunks", new UnifiedDiff("--- a/k/a.cl\n+++ b/k/a.cl\n"));
        refused("renames", new UnifiedDiff("--- a/k/a.cl\n+++ b/k/b.cl\n@@ -1 +1 @@\n-one\n+x\n"));
    }

    @Test
    void theDiffOfTwoArtifactsMakesOneOfTheOther() throws PatchFailure {
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            var before = SEED.with("k/a.cl", lines(random));
            var after = before.with("k/a.cl", lines(random));
            var diff = Diffs.unified(before, after);
            var made = diff.isEmpty() ? before : Patches.apply(before, new UnifiedDiff(diff), SCOPE);
            assertEquals(after.text("k/a.cl"), made.text("k/a.cl"), diff);
        }
    }

    @Test
    void damagedDiffsFitOrAreRefusedAndNothingElse() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            var before = SEED.with("k/a.cl", lines(random));
            var text = new StringBuilder(Diffs.unified(before, SEED.with("k/a.cl", lines(random))) + "@@ -1 +1 @@\n");
            text.setCharAt(random.nextInt(text.length()), " +-@\n19,".charAt(random.nextInt(8)));
            try {
                assertNotNull(Patches.apply(before, new UnifiedDiff(text.toString()), SCOPE));
            } catch (PatchFailure e) {
                assertNotNull(e.getMessage());
            }
        }
    }

    private static String lines(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> List.of("a", "b", "c", "").get(random.nextInt(4)))
                .collect(Collectors.joining("\n", "", random.nextBoolean() ? "\n" : ""));
    }

    private static Artifact apply(Patch patch) throws PatchFailure {
        return Patches.apply(SEED, patch, SCOPE);
    }

    private static void refused(String why, Patch patch) {
        var message = assertThrows(PatchFailure.class, () -> apply(patch)).toString();
        assertTrue(message.contains(why), message);
    }
}
