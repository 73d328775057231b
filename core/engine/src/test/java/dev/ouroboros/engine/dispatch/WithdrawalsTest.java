package dev.ouroboros.engine.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {
    private static final List<Artifact> THREE =
            Stream.of("one", "two", "three").map(WithdrawalsTest::artifact).toList();

    private final Withdrawals withdrawals = new Withdrawals();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final List<Evaluation> told = new ArrayList<>();

    @Test
    void whatHangsEndsWhenItIsWithdrawnAndTheOthersAreStillJudged() throws Exception {
        var loop = evaluating("two");
        hanging.await();
        withdrawals.withdraw(digest(1));
        loop.join();
        assertEquals(3, told.size());
        assertTrue(told.get(0).passed());
        assertInstanceOf(Outcome.TimedOut.class, told.get(1).stages().getLast().outcome());
        assertTrue(told.get(2).passed());
    }

    @Test
    void whatIsWithdrawnBeforeItsTurnIsNotEvaluated() throws Exception {
        withdrawals.withdraw(digest(1));
        evaluating("two").join();
        assertEquals(3, told.size());
        assertEquals("withdrawn", told.get(1).stages().getLast().stage());
    }

    @Test
    void whatWasJudgedAlreadyStaysJudged() throws Exception {
        var loop = evaluating("two");
        hanging.await();
        withdrawals.withdraw(digest(0));
        withdrawals.withdraw(digest(1));
        loop.join();
        assertTrue(told.get(0).passed());
        assertFalse(told.get(1).passed());
    }

    @Test
    void anInterruptThatIsNoWithdrawalEndsTheBatch() throws Exception {
        var interrupted = new CountDownLatch(1);
        var dispatcher = withdrawals.around(new HangingAt("two"));
        var loop = Thread.ofPlatform().start(() -> {
            assertThrows(InterruptedException.class, () -> dispatcher.evaluate(THREE, THREE.getFirst(), told::add));
            interrupted.countDown();
        });
        hanging.await();
        loop.interrupt();
        interrupted.await();
        assertEquals(1, told.size());
    }

    @Test
    void aConfirmationCannotBeWithdrawn() throws Exception {
        withdrawals.withdraw(digest(0));
        var confirmed = withdrawals.around(new HangingAt("none")).confirm(THREE.getFirst());
        assertInstanceOf(Outcome.Passed.class, confirmed.getFirst().outcome());
    }

    private Thread evaluating(String hangingAt) {
        var dispatcher = withdrawals.around(new HangingAt(hangingAt));
        return Thread.ofPlatform().start(() -> {
            try {
                dispatcher.evaluate(THREE, THREE.getFirst(), told::add);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupted but a withdrawal", e);
            }
        });
    }

    private static Artifact artifact(String text) {
        return Artifact.of(Map.of("a/a.txt", Blob.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String digest(int index) {
        return THREE.get(index).digest();
    }

    /** Passes everything, but waits at one of them until it is interrupted. */
    private final class HangingAt implements Dispatcher {
        private final String text;

        HangingAt(String text) {
            this.text = text;
        }

        @Override
        public void evaluate(List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> tell)
                throws InterruptedException {
            for (var candidate : candidates) {
                if (candidate.text("a/a.txt").equals(text)) {
                    hanging.countDown();
                    new CountDownLatch(1).await();
                }
                if (!tell.test(new Evaluation(List.of(passed()), List.of()))) {
                    return;
                }
            }
        }

        @Override
        public List<StageResult> confirm(Artifact candidate) {
            return List.of(passed());
        }

        @Override
        public List<PairedSamples> block(Artifact incumbent, Artifact challenger) {
            return List.of();
        }

        private static StageResult passed() {
            return new StageResult("a/value", Outcome.passed(), 0);
        }
    }
}
