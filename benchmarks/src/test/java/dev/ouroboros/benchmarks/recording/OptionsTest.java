package dev.ouroboros.benchmarks.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of a recording. */
class OptionsTest {

    @Test
    void journalAndDescriptionLieBesideTheFile() {
        var options = Options.parse("task", "out/name.T4.json.gz", "--threads", "2");
        assertEquals(new Options(Path.of("task"), Path.of("out/name.T4.json.gz"), 32, 2), options);
        assertEquals(Path.of("out/name.T1.json"), options.description());
        assertEquals(Path.of("out/name.journal.jsonl"), options.journal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            task                          | expected a task and a file
            task a.T4.json --runs         | expected a task and a file
            task a.json                   | expected a name that ends with .T4.json.gz
            task a.T4.json --runs 0       | --runs is 0; expected a whole number from 1
            task a.T4.json --speed 3      | no option --speed
            """)
    void whatIsWrongIsNamed(String line, String reason) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));
        assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal.toString());
    }
}
