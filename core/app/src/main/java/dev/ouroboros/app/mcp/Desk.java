package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Suggestion;
import dev.ouroboros.app.external.Suggestions;
import dev.ouroboros.engine.dispatch.Withdrawals;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.propose.Guest;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where calls and the loop of a run meet: the loop waits here for proposals, calls lay theirs down and wait for what
 * becomes of them. Safe for use by several threads.
 */
final class Desk implements Guest, Listener {
    private final Withdrawals withdrawals;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, Decided> decisions = new HashMap<>();
    private Status status = Status.STARTING;
    private @Nullable ProposerContext context;
    private @Nullable String asked;
    private int evaluatedBefore;
    private Instant since = Instant.EPOCH;
    private boolean leaving;

    Desk(Withdrawals withdrawals, InstantSource clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @Override
    public Turn next(ProposerContext now, int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            context = now;
            evaluatedBefore = status.evaluated();
            since = clock.instant();
            change(status.in(Phase.WAITING));
            long left = now.timeLeft().toNanos();
            var turn = turn(now, count);
            while (turn == null && left > 0) {
                left = changed.awaitNanos(left);
                turn = turn(now, count);
            }
            return turn == null ? new Turn.Leave() : turn;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Turn turn(ProposerContext now, int count) {
        if (asked != null) {
            var confirm = new Turn.Confirm(asked);
            asked = null;
            return confirm;
        }
        var proposals = new ArrayList<Proposal>();
        for (var order : orders) {
            if (order.open() && order.taken() == null && proposals.size() < count) {
                take(order, now, proposals);
            }
        }
        orders.removeIf(order -> !order.open());
        changed.signalAll();
        if (!proposals.isEmpty()) {
            change(status.in(Phase.EVALUATING));
            return new Turn.Propose(proposals);
        }
        return leaving ? new Turn.Leave() : null;
    }

    private void take(Order order, ProposerContext now, List<Proposal> proposals) {
        try {
            var tried = Suggestions.tried(now, order.suggestion, order.who);
            var digest = tried.artifact().digest();
            if (orders.stream().anyMatch(other -> other.isFor(digest))) {
                throw new Complaint("another call proposes the same just now\nNothing is evaluated twice.");
            }
            order.take(new Order.Taken(tried.proposal(), tried.artifact(), now));
            proposals.add(tried.proposal());
        } catch (Complaint e) {
            order.turnDown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void on(Stamped stamped) {
        lock.lock();
        try {
            switch (stamped.event()) {
                case RunStarted started -> change(status.named(started.run()));
                case Proposed proposed -> proposed(proposed);
                case Evaluated evaluated -> evaluated(evaluated);
                case ConfirmationStarted _ when status.phase() != Phase.CLOSING -> change(status.in(Phase.CONFIRMING));
                case BlockMeasured _, RerunBlockMeasured _ -> change(status.afterBlock());
                case Decided decided -> {
                    if (decided.kind() == Kind.CANDIDATE) {
                        decisions.put(decided.challenger(), decided);
                    }
                    change(status);
                }
                case SearchEnded _ -> {
                    change(status.in(Phase.CLOSING));
                    turnDownAll("the search of this run has ended: its budget is used up, or it was finished");
                }
                case Finished _ -> change(status.over(Phase.FINISHED, null));
                case Halted(var reason) -> change(status.over(Phase.HALTED, reason));
                default -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void proposed(Proposed proposed) {
        for (var entry : proposed.entries()) {
            var refusal = entry.refusal();
            if (refusal != null) {
                orders.stream()
                        .filter(order -> order.isOf(entry.proposal()))
                        .forEach(order -> order.turnDown(refusal.message()));
            }
        }
        orders.removeIf(order -> !order.open());
        changed.signalAll();
    }

    private void evaluated(Evaluated evaluated) {
        for (var order : orders) {
            var taken = order.taken();
            if (taken != null && taken.candidate().equals(evaluated.candidate())) {
                var judged = Judged.observation(taken, evaluated);
                order.judge(judged);
                if (context != null) {
                    // a caller may ask for it by its digest before the loop comes round again
                    context = context.withEvaluated(judged);
                }
            }
        }
        orders.removeIf(order -> !order.open());
        change(status.afterEvaluation());
    }

    /** Says that nobody works on the run any more. */
    void over(Phase phase, @Nullable String why) {
        lock.lock();
        try {
            if (!status.phase().over()) {
                change(status.over(phase, why));
            }
            turnDownAll("the run is " + status.phase().label());
        } finally {
            lock.unlock();
        }
    }

    private void turnDownAll(String why) {
        orders.forEach(order -> order.turnDown(why + "\nThis was not evaluated. " + status.next()));
        orders.clear();
        changed.signalAll();
    }

    private void change(Status other) {
        status = other;
        changed.signalAll();
    }

    /** Lays a suggestion down and waits for what becomes of it; an interrupt takes it back. */
    Order propose(Suggestion suggestion, String who, Patience patience) throws InterruptedException {
        var order = new Order(suggestion, who);
        lock.lock();
        try {
            orders.add(order);
            if (closed()) {
                turnDownAll("the run is " + status.phase().label() + " and takes no more proposals");
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            await(() -> !order.open(), patience);
            return order;
        } catch (InterruptedException e) {
            takeBack(order);
            throw e;
        }
    }

    private void takeBack(Order order) {
        lock.lock();
        try {
            var taken = order.taken();
            if (taken == null) {
                orders.remove(order);
            } else if (order.open()) {
                withdrawals.withdraw(taken.candidate());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has a candidate confirmed, and waits for the decision; null if it is not there yet. */
    @Nullable
    Decided confirm(String candidate, Patience patience) throws InterruptedException {
        lock.lock();
        try {
            if (!decisions.containsKey(candidate) && !closed()) {
                asked = candidate;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        await(() -> decisions.containsKey(candidate) || status.phase().over(), patience);
        return decision(candidate);
    }

    /** Returns how the confirmation of a candidate ended; null if there was none while this server worked on the run. */
    @Nullable
    Decided decision(String candidate) {
        return locked(() -> decisions.get(candidate));
    }

    /** Lets the search end as soon as what is under way is judged. */
    void leave() {
        lock.lock();
        try {
            leaving = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until this is so, looked at whenever something changed, as long as the patience lasts. What goes on is told
     * at once, however short the wait turns out, and again with every change and beat.
     */
    void await(BooleanSupplier until, Patience patience) throws InterruptedException {
        long left = patience.most().toNanos();
        while (true) {
            patience.progress().accept(status().words());
            lock.lockInterruptibly();
            try {
                long beat = Math.min(left, Patience.BEAT.toNanos());
                long rest = beat;
                var before = status;
                while (!until.getAsBoolean() && rest > 0 && before.equals(status)) {
                    rest = changed.awaitNanos(rest);
                }
                left -= beat - rest;
                if (until.getAsBoolean() || left <= 0) {
                    return;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    Status status() {
        return locked(() -> status);
    }

    /** Returns the name of the run; null before it has one. */
    @Nullable
    String name() {
        return status().run();
    }

    /** Says the name of a run that is resumed. */
    void name(String name) {
        lock.lock();
        try {
            change(status.named(name));
        } finally {
            lock.unlock();
        }
    }

    boolean isWaiting() {
        return status().phase() == Phase.WAITING;
    }

    boolean isOver() {
        return status().phase().over();
    }

    /** Returns what the loop knew when it last waited for proposals, and what was judged since; null before it first did. */
    @Nullable
    ProposerContext context() {
        return locked(() -> context);
    }

    /** Returns what is left of the budget for proposing; null before the run first waited for proposals. */
    @Nullable
    BudgetView budget() {
        return locked(() -> {
            if (context == null) {
                return null;
            }
            int left = closed() ? 0 : context.evaluationsLeft() - (status.evaluated() - evaluatedBefore);
            var time = context.timeLeft().minus(Duration.between(since, clock.instant()));
            return new BudgetView(left, closed() || time.isNegative() ? 0 : time.toMillis() / 1e3);
        });
    }

    /** Returns whether no proposal is taken any more. */
    private boolean closed() {
        return status.phase() == Phase.CLOSING || status.phase().over();
    }

    private <T extends @Nullable Object> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
