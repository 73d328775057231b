package dev.ouroboros.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.sample.SampleWave;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformTest {
    private final Waveform wave = Objects.requireNonNull(Waveform.read(SampleWave.text("count")));

    @Test
    void aSignalKeepsItsValueUntilItChanges() {
        var count = Objects.requireNonNull(wave.find("seed", "count"));

        assertEquals("xxxxx", count.at(9));
        assertEquals("00000", count.at(10));
        assertEquals("10000", count.at(179));
        assertEquals(180, wave.end());
    }

    @Test
    void aCycleBeginsWhereTheClockRises() {
        assertEquals(LongStream.range(0, 18).mapToObj(i -> 10 * i).toList(), wave.cycles());
    }

    @Test
    void theCandidatesSignalIsMarkedWhereItIsWrong() {
        var candidate = Objects.requireNonNull(wave.find("candidate", "count"));
        var mark = Objects.requireNonNull(wave.marks(candidate));

        assertEquals("0", mark.at(169));
        assertEquals("1", mark.at(170));
        assertNull(wave.marks(Objects.requireNonNull(wave.find("seed", "count"))));
    }

    @Test
    void whatIsWrongStandsFirstAmongTheOutputsBelowTheSeeds() {
        var dump = SampleWave.text("count").replace("$var wire 1 s8 count", "$var wire 1 s8 top");
        var rows = Objects.requireNonNull(Waveform.read(dump)).rows();

        assertEquals(8, rows.size());
        assertTrue(rows.get(4).is("seed", "top") && rows.get(5).is("candidate", "top"), rows::toString);
    }

    @Test
    void aRunOfOneCycleHasNoClock() {
        var single = Waveform.read("$scope module seed $end\n$var wire 1 s0 y $end\n#0\n1s0\n#10\n");

        assertNotNull(single);
        assertEquals(1, single.cycles().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a text",
                "#0\n#10\n",
                "$var wire",
                "$var wire many s0 y $end\n#0\n1s0\n#1\n",
                "$scope module seed $end\n$var wire 1 s0 y $end\n#0\n1s1\n#10\n",
                "$scope module seed $end\n$var wire 1 s0 y $end\n#0\nrs0\n#10\n",
                "$scope module seed $end\n$var wire 1 s0 y $end\n#0\n1s0\n"
            })
    void whatIsNoDumpIsNotDrawn(String text) {
        assertNull(Waveform.read(text));
    }
}
