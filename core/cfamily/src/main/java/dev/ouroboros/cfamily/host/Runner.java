package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Reply;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerFailure;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;

/** A locked-down worker that runs compiled candidates, and the memory shared with it. */
public final class Runner implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final int MOST_LOADS = 200;
    private static final Duration PREPARE = Duration.ofSeconds(20);

    private final Worker worker;
    private final boolean sharesMemory;
    private final ExchangeFile exchange;
    private boolean failed;
    private int loads;

    private Runner(Worker worker, boolean sharesMemory, ExchangeFile exchange) {
        this.worker = worker;
        this.sharesMemory = sharesMemory;
        this.exchange = exchange;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param bytes size of the shared memory
     * @throws CandidateFailure with {@link dev.ouroboros.engine.evaluation.Outcome.Faulted} if it does not start
     */
    public static Runner start(Target target, long bytes) throws CandidateFailure, InterruptedException {
        ExchangeFile exchange = exchange(bytes);
        Runner runner = null;
        try {
            var started = new Runner(target.start(exchange), target.sharesMemory(), exchange);
            started.worker.call(Messages.frame(new Messages.Describe()), START);
            runner = started;
            return started;
        } catch (WorkerFailure e) {
            throw Blame.ours("a worker for " + target.name() + " does not start: " + e.getMessage());
        } finally {
            if (runner == null) {
                exchange.close();
            }
        }
    }

    MemorySegment memory() {
        return exchange.memory();
    }

    /** Whether it may run another candidate: nothing has gone wrong, and its private folder is not filling up. */
    public boolean reusable() {
        return !failed && loads < MOST_LOADS;
    }

    public void load(int slot, byte[] binary) throws CandidateFailure, InterruptedException {
        loads++;
        prepare("loading", Messages.frame(new Messages.Load(slot), binary));
    }

    public void unload(int slot) throws CandidateFailure, InterruptedException {
        prepare("unloading", Messages.frame(new Messages.Unload(slot)));
    }

    void plan(Messages.Message plan) throws CandidateFailure, InterruptedException {
        prepare("preparing a launch", Messages.frame(plan));
    }

    /** Brings the shared memory's content to the device, unless it computes in that memory itself. */
    void upload(int plan) throws CandidateFailure, InterruptedException {
        if (!sharesMemory) {
            prepare("filling the buffers", Messages.frame(new Messages.Upload(plan)));
        }
    }

    /** Returns the nanoseconds, by the parent's clock, from the word to go until all outputs could be read. */
    long go(int plan, int launches, Duration patience) throws CandidateFailure, InterruptedException {
        return exchange("the kernel", Reason.INCORRECT, Messages.frame(new Messages.Go(plan, launches)), patience)
                .nanos();
    }

    /** Returns what the device's clock says of each launch of the last batch, in nanoseconds. */
    List<Long> times() throws CandidateFailure, InterruptedException {
        Frame answer = exchange("the kernel", Reason.INCORRECT, Messages.frame(new Messages.Ask()), PREPARE)
                .frame();
        return understand(answer, Messages.Times.class).nanos();
    }

    /** Returns what the tool that follows this worker has written. */
    public String report() throws CandidateFailure, InterruptedException {
        Frame answer = exchange("the kernel", Reason.INCORRECT, Messages.frame(new Messages.AskReport()), PREPARE)
                .frame();
        return understand(answer, Messages.Report.class).text();
    }

    private void prepare(String what, Frame request) throws CandidateFailure, InterruptedException {
        Frame answer = exchange(what, Reason.BUILD, request, PREPARE).frame();
        understand(answer, Messages.Done.class);
    }

    private Reply exchange(String what, Reason ifRefused, Frame request, Duration patience)
            throws CandidateFailure, InterruptedException {
        boolean well = false;
        try {
            Reply reply = worker.exchange(request, patience);
            if (reply.frame().kind().equals(Messages.ERROR)) {
                throw Blame.rejected(
                        ifRefused, what + " failed: " + reply.frame().body().asString());
            }
            well = true;
            return reply;
        } catch (WorkerFailure e) {
            throw Blame.candidate(what, e);
        } finally {
            failed |= !well;
        }
    }

    private <M extends Messages.Message> M understand(Frame answer, Class<M> type) throws CandidateFailure {
        try {
            return Messages.read(answer, type);
        } catch (IllegalArgumentException e) {
            failed = true;
            throw Blame.rejected(Reason.GUARD, "its worker answered " + e.getMessage());
        }
    }

    private static ExchangeFile exchange(long bytes) throws InterruptedException {
        try {
            return ExchangeFile.create(bytes);
        } catch (ClosedByInterruptException e) {
            // Java closes a file channel under an interrupted thread; what is meant is the interrupt.
            Thread.interrupted();
            throw new InterruptedException("interrupted while making memory to share");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("no memory to share with a worker", e);
        }
    }

    @Override
    public void close() {
        worker.close();
        exchange.close();
    }
}
