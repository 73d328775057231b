package dev.ouroboros.engine.process;

import static dev.ouroboros.engine.process.TestMachine.LONG;
import static org.junit.jupiter.api.Assertions.*;

import dev.ouroboros.engine.process.WorkerFailure.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class WorkerTest {
    private static final Frame REQUEST = Frame.of("go");

    @Test
    void anHonestWorkerAnswersAsOftenAsItIsAsked() throws Exception {
        try (var worker = TestMachine.javaWorker("echo")) {
            for (int i = 0; i < 100; i++) {
                var body = JsonNodeFactory.instance.objectNode().put("i", i);
                byte[] payload = {1, 2, (byte) i};
                Frame answer = worker.call(new Frame("go", body, payload), LONG);
                assertEquals(body, answer.body());
                assertArrayEquals(payload, answer.payload());
            }
        }
    }

    @Test
    void aLargePayloadTravelsBothWays() throws Exception {
        byte[] payload = new byte[FrameCodec.MAX_PAYLOAD / 4];
        Arrays.fill(payload, (byte) 7);
        try (var worker = TestMachine.javaWorker("echo")) {
            Frame answer = worker.call(new Frame("go", REQUEST.body(), payload), LONG);
            assertArrayEquals(payload, answer.payload());
        }
    }

    @Test
    void aFrameTooLargeToSendIsTheCallersFault() throws Exception {
        byte[] payload = new byte[FrameCodec.MAX_PAYLOAD + 1];
        try (var worker = TestMachine.javaWorker("echo")) {
            assertThrows(
                    IllegalArgumentException.class, () -> worker.call(new Frame("go", REQUEST.body(), payload), LONG));
            assertEquals("go", worker.call(REQUEST, LONG).kind());
        }
    }

    @Test
    void aRoundTripCostsLittle() throws Exception {
        try (var worker = TestMachine.javaWorker("echo")) {
            long[] nanos = new long[5000];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = worker.exchange(REQUEST, LONG).nanos();
            }
            Arrays.sort(nanos);
            System.out.println("round trip, median " + nanos[2500] + " ns, 99 % " + nanos[4950] + " ns");
            assertTrue(nanos[2500] < 1_000_000, "median round trip " + nanos[2500] + " ns");
        }
    }

    @Test
    void whatIsPrintedDoesNotDisturbTheProtocol() throws Exception {
        try (var worker = TestMachine.javaWorker("print")) {
            assertEquals("go", worker.call(REQUEST, LONG).kind());
            assertEquals("go", worker.call(REQUEST, LONG).kind());
        }
    }

    @Test
    void aCrashTellsTheSignalAndWhatWasSaid() throws Exception {
        WorkerFailure failure = failure(TestMachine.shellWorker("echo last words >&2; kill -SEGV $$"));
        assertEquals(Reason.CRASHED, failure.reason());
        assertEquals(139, failure.exit());
        assertEquals("last words\n", failure.stderr());
        assertTrue(failure.toString().contains("SIGSEGV"), failure.toString());
    }

    @Test
    void aCrashInNativeCodeOfAJvmIsACrash() throws Exception {
        assertEquals(Reason.CRASHED, failure(TestMachine.javaWorker("segv")).reason());
    }

    @Test
    void exitZeroWithoutAnAnswerIsACrash() throws Exception {
        WorkerFailure failure = failure(TestMachine.shellWorker("exit 0"));
        assertEquals(Reason.CRASHED, failure.reason());
        assertEquals(0, failure.exit());
    }

    @Test
    void aDeadWorkerStaysDead() throws Exception {
        var worker = TestMachine.shellWorker("exit 0");
        WorkerFailure first = failure(worker);
        assertSame(first, failure(worker));
    }

    @Test
    void aHangingWorkerTimesOutAndIsGone() throws Exception {
        String token = TestMachine.token();
        var worker = TestMachine.shellWorker("sleep 600 & sleep 600; : " + token);
        WorkerFailure failure = assertThrows(WorkerFailure.class, () -> worker.call(REQUEST, Duration.ofMillis(300)));
        assertEquals(Reason.TIMED_OUT, failure.reason());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void aWorkerThatReadsNothingCannotBlockALargeRequest() throws Exception {
        var frame = new Frame("go", REQUEST.body(), new byte[1 << 22]);
        try (var worker = TestMachine.shellWorker("sleep 600")) {
            var failure = assertThrows(WorkerFailure.class, () -> worker.call(frame, Duration.ofMillis(300)));
            assertEquals(Reason.TIMED_OUT, failure.reason());
        }
    }

    @Test
    void anInterruptKillsAtOnce() throws Exception {
        String token = TestMachine.token();
        var worker = TestMachine.shellWorker("sleep 600; : " + token);
        var caller = Thread.currentThread();
        var killer = Thread.ofPlatform().start(() -> {
            awaitProcess(token);
            caller.interrupt();
        });
        assertThrows(InterruptedException.class, () -> callSilent(worker));
        killer.join();
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void daemonsOfAWorkerAreGoneWhenItFails() throws Exception {
        String token = TestMachine.token();
        String daemon = "sh -c 'sleep 600; : " + token + "'";
        var worker = TestMachine.shellWorker("(setsid " + daemon + " &) ; (setsid sh -c \"setsid "
                + daemon.replace("'", "\\\"") + " &\" &); sleep 0.3; exit 7");
        WorkerFailure failure = failure(worker);
        assertEquals(7, failure.exit());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void closeLeavesNothingBehind() throws Exception {
        String token = TestMachine.token();
        try (var worker = TestMachine.shellWorker("setsid sleep 600 & sleep 600; : " + token)) {
            awaitProcess(token);
            assertNotNull(worker);
        }
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void garbageIsAProtocolFailure() throws Exception {
        assertEquals(
                Reason.PROTOCOL,
                failure(TestMachine.shellWorker("echo this is no frame; sleep 600"))
                        .reason());
    }

    @Test
    void endlessOutputIsAProtocolFailure() throws Exception {
        assertEquals(Reason.PROTOCOL, failure(TestMachine.shellWorker("yes")).reason());
        assertEquals(
                Reason.PROTOCOL,
                failure(TestMachine.shellWorker("cat /dev/zero")).reason());
    }

    @Test
    void aHugeLengthIsAProtocolFailure() throws Exception {
        String prefix = "printf 'Ouro\\377\\377\\377\\377\\177\\377\\377\\3770123456789abcdef'; sleep 600";
        assertEquals(Reason.PROTOCOL, failure(TestMachine.shellWorker(prefix)).reason());
    }

    @Test
    void closingTheOutputWithoutEndingIsAProtocolFailure() throws Exception {
        try (var worker = TestMachine.shellWorker("exec >&- 2>&-; sleep 600")) {
            var failure = assertThrows(WorkerFailure.class, () -> worker.call(REQUEST, Duration.ofSeconds(1)));
            assertNotEquals(Reason.OUT_OF_MEMORY, failure.reason());
        }
    }

    @Test
    void anOldNonceIsAProtocolFailure() throws Exception {
        try (var worker = TestMachine.javaWorker("replay")) {
            assertEquals("go", worker.call(REQUEST, LONG).kind());
            assertEquals(Reason.PROTOCOL, failure(worker).reason());
        }
    }

    @Test
    void endlessErrorOutputCostsNoMemoryAndKeepsItsEnd() throws Exception {
        String script = "head -c 300000000 /dev/zero >&2; echo the end >&2; exit 3";
        WorkerFailure failure = failure(TestMachine.shellWorker(script));
        assertEquals(3, failure.exit());
        assertEquals(4096, failure.stderr().length());
        assertTrue(failure.stderr().endsWith("the end\n"));
    }

    @Test
    void eatingMemoryIsSeenAndEnded() throws Exception {
        assertEquals(
                Reason.OUT_OF_MEMORY,
                failure(TestMachine.shellWorker("tail /dev/zero")).reason());
        assertEquals(
                Reason.OUT_OF_MEMORY,
                failure(TestMachine.javaWorker("native-memory")).reason());
    }

    @Test
    void aFullJavaHeapIsOutOfMemoryToo() throws Exception {
        assertEquals(
                Reason.OUT_OF_MEMORY, failure(TestMachine.javaWorker("heap")).reason());
    }

    @Test
    void aForkBombIsSeenAndEnded() throws Exception {
        String token = TestMachine.token();
        String script = "f() { while :; do sleep 600 & done; }; f & f & f; : " + token;
        WorkerFailure failure = failure(TestMachine.shellWorker(script));
        Set<Reason> watchedOrRefusedByTheKernel = Set.of(Reason.OUT_OF_MEMORY, Reason.CRASHED);
        assertTrue(watchedOrRefusedByTheKernel.contains(failure.reason()), failure.toString());
        assertEquals(List.of(), TestMachine.processesWith(token));
    }

    @Test
    void memoryCannotHideInAFileWithoutAName() throws Exception {
        try (var worker = TestMachine.javaWorker("memory-file")) {
            assertEquals("refused", worker.call(REQUEST, LONG).kind());
        }
    }

    @Test
    void aWorkerOutlivesTheThreadThatStartedIt() throws Exception {
        var started = new Worker[1];
        Thread starter = Thread.ofPlatform().start(() -> {
            try {
                started[0] = TestMachine.javaWorker("echo");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        starter.join();
        try (var worker = started[0]) {
            assertEquals("go", worker.call(REQUEST, LONG).kind());
        }
    }

    private static WorkerFailure failure(Worker worker) {
        return assertThrows(WorkerFailure.class, () -> worker.call(REQUEST, LONG));
    }

    private static void callSilent(Worker worker) throws WorkerFailure, InterruptedException {
        worker.call(REQUEST, LONG);
    }

    private static void awaitProcess(String token) {
        while (TestMachine.processesWith(token).isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
