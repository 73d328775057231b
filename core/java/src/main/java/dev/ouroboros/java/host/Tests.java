package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.java.worker.Messages.Tested;
import java.util.HashMap;
import java.util.Map;

/** Runs the task's tests on some class files, in a sandbox. */
final class Tests {
    private static final int LONGER = 6;

    private Tests() {}

    /** Returns how many passed; a test that fails, or that is not there, is the candidate's fault. */
    static int run(Workshop workshop, Runner runner, Map<String, byte[]> classes, Map<String, byte[]> tests)
            throws CandidateFailure, InterruptedException {
        Map<String, byte[]> all = new HashMap<>(classes);
        // The tests come last: no candidate takes the place of one.
        all.putAll(tests);
        runner.load(1, workshop.task(), "", all);
        int passed = 0;
        for (String type : workshop.task().testTypes()) {
            // Of a search many candidates never end, and its tests are short.
            int longer = workshop.task().isSearch() ? 1 : LONGER;
            Tested tested = runner.test(1, type, workshop.task().patience().multipliedBy(longer));
            if (!tested.failures().isEmpty()) {
                throw Blame.rejected(Reason.INCORRECT, "tests fail: " + String.join("\n", tested.failures()));
            }
            if (tested.passed() == 0) {
                throw Blame.rejected(Reason.INCORRECT, "the class " + type + " ran no test");
            }
            passed += tested.passed();
        }
        runner.unload(1);
        return passed;
    }
}
