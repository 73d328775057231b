package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.kernels.host.Attempt.Verdict;
import org.junit.jupiter.api.Test;

/** Each way a configuration can go, one after the other in the same survey: none spoils the next one. */
class SurveyTest {

    @Test
    void whatBecomesOfAConfigurationIsToldWithWhatItCost() throws Exception {
        try (var survey =
                Survey.open(Kernels.PART, Kernels.TASK.seed(), Machine.SANDBOX, SecretRandom.fromSystem(), 1)) {
            assertEquals(1, survey.device().computeUnits());
            assertCorrect(survey);
            assertFails(survey, Verdict.COMPILE, Kernels.artifact("no kernel"), "error");
            assertCorrect(survey);
            assertFails(survey, Verdict.CORRECTNESS, changed("float sum = 0;", "float sum = 1;"), "c[");
            assertCorrect(survey);
            assertFails(survey, Verdict.RUNTIME, changed("float sum = 0;", "float sum = 0; *(global int *)8 = 1;"), "");
            assertCorrect(survey);
            assertFails(
                    survey, Verdict.TIMEOUT, changed("float sum = 0;", "float sum = 0; while (m > 0) c[0] = 1;"), "");
            assertCorrect(survey);
        }
    }

    private static void assertCorrect(Survey survey) throws Exception {
        var attempt = survey.attempt(changed("float sum = 0;", "float sum = 0.0f;"), 3);
        assertEquals(Verdict.CORRECT, attempt.verdict(), attempt.complaint());
        assertEquals(3, attempt.runs().size());
        assertTrue(attempt.runs().stream().allMatch(seconds -> seconds > 0), attempt.toString());
    }

    private static void assertFails(Survey survey, Verdict verdict, Artifact artifact, String complaint)
            throws Exception {
        var attempt = survey.attempt(artifact, 3);
        assertEquals(verdict, attempt.verdict(), attempt.complaint());
        assertTrue(attempt.complaint().contains(complaint), attempt.complaint());
        assertTrue(attempt.compilation() > 0 && attempt.runs().isEmpty(), attempt.toString());
    }

    private static Artifact changed(String from, String to) {
        return Kernels.artifact(Kernels.HONEST.replace(from, to));
    }
}
