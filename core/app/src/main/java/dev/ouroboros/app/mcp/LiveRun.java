package dev.ouroboros.app.mcp;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.dispatch.Withdrawals;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.propose.GuestProposer;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.Runs;
import dev.ouroboros.engine.task.TaskException;
import java.util.List;

/** A run that this server works on, in a thread of its own. */
final class LiveRun {
    /** As {@code --proposer} names it. */
    static final String PROPOSER = "external";

    private final House house;
    private final Desk desk;
    private final Withdrawals withdrawals = new Withdrawals();
    private final Thread thread;

    /** What to do with the engine: start a run or resume one. */
    interface Work {
        RunState with(Runs runs) throws TaskException, InterruptedException;
    }

    private LiveRun(House house, Work work) {
        this.house = house;
        this.desk = new Desk(withdrawals, house.clock());
        this.thread = Thread.ofPlatform()
                .name("run")
                .uncaughtExceptionHandler(
                        (_, defect) -> desk.over(Phase.FAILED, "this is a defect of Ouroboros: " + defect))
                .unstarted(() -> run(work));
    }

    static LiveRun begin(House house, Work work) {
        var live = new LiveRun(house, work);
        live.thread.start();
        return live;
    }

    private void run(Work work) {
        try (var archive = Archive.open(house.workspace())) {
            var assembly = new Assembly(
                    house.layers(),
                    _ -> new GuestProposer(desk),
                    PROPOSER,
                    false,
                    house.tools(),
                    house.exclusion(),
                    withdrawals);
            var state = work.with(new Runs(archive, assembly, house.clock(), List.of(desk)));
            var run = state.started().run();
            var _ = house.report().apply(archive, run);
            desk.over(Phase.FAILED, failure(archive, run));
        } catch (InterruptedException e) {
            desk.over(Phase.PAUSED, "resume_run goes on with it");
        } catch (TaskException | ArchiveException | DeviceMissing | ToolMissing e) {
            desk.over(Phase.FAILED, e.getMessage());
        }
    }

    /** Returns why a run ended that neither finished nor was halted: its own seed failed. */
    private static String failure(Archive archive, String run) {
        return SeedWords.of(RunHistory.of(Journal.read(archive.ledger(run))));
    }

    Desk desk() {
        return desk;
    }

    /** Says what run it is before the loop does. */
    LiveRun named(String name) {
        desk.name(name);
        return this;
    }

    /** Waits until nobody works on it. */
    void join() throws InterruptedException {
        thread.join();
    }

    /** Ends it between two events, so that it can be resumed, and waits until nobody works on it. */
    void pause() throws InterruptedException {
        thread.interrupt();
        join();
    }
}
