package dev.ouroboros.app.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Fields;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.RunHistory.Status;
import dev.ouroboros.app.view.RunsView;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tools that begin runs, go on with them and end them. */
final class RunTools {
    private static final int MOST_EVALUATIONS = 1_000_000;
    private static final int MOST_MINUTES = 60 * 24 * 30;

    private final House house;
    private final LiveRuns live;
    private final TaskFinder tasks;
    private final Ledgers ledgers;

    RunTools(House house, LiveRuns live, TaskFinder tasks, Ledgers ledgers) {
        this.house = house;
        this.live = live;
        this.tasks = tasks;
        this.ledgers = ledgers;
    }

    List<Tool> all() {
        return List.of(listTasks(), openRun(), wait(waiting()), finishRun(), pauseRun(), listRuns(), resumeRun());
    }

    /** What list_tasks answers. */
    record TaskList(List<TaskFinder.Found> tasks, String next) {}

    private Tool listTasks() {
        return new Tool(
                "list_tasks",
                "List tasks",
                "Lists the tasks at hand: something to make faster or smaller, with how it is built, checked and"
                        + " measured. Start here.",
                Schema.needing().map(),
                true,
                (arguments, _) -> {
                    arguments.rejectUnread();
                    return new TaskList(tasks.all(), "Call open_run with the task of your choice.");
                });
    }

    private Tool openRun() {
        var schema = Schema.needing("task")
                .text("task", "Folder of a task, or its name, as list_tasks shows it.")
                .integer(
                        "evaluations", 1, MOST_EVALUATIONS, "Most candidates to evaluate (default: the task's budget).")
                .integer(
                        "minutes",
                        1,
                        MOST_MINUTES,
                        "Time of the whole run (default: the task's budget). It runs while"
                                + " you think, and the last confirmation, the controls and the re-run need a part of it.")
                .integer(
                        "seed",
                        0,
                        Integer.MAX_VALUE,
                        "Recorded with the run (default 1); inputs are secret and not drawn" + " from it.")
                .text("device", "Device to measure on: a part of its name (default: the first).");
        return new Tool(
                "open_run",
                "Open a run",
                "Begins a run of a task in which you propose the changes. Its seed is built, checked and measured first."
                        + " Then call read_task and read_context, evaluate changes, submit what is better, and"
                        + " finish_run.",
                Waiting.schema(schema).map(),
                false,
                this::open);
    }

    private Object open(Fields arguments, Consumer<String> progress)
            throws Complaint, TaskException, InterruptedException {
        var name = arguments.text("task");
        int evaluations = arguments.integer("evaluations", 0, 1, MOST_EVALUATIONS);
        int minutes = arguments.integer("minutes", 0, 1, MOST_MINUTES);
        int seed = arguments.integer("seed", 1, 0, Integer.MAX_VALUE);
        var device = arguments.textOrNull("device");
        var patience = Waiting.patience(arguments, progress);
        arguments.rejectUnread();
        var task = budgeted(tasks.read(name), evaluations, minutes);
        var options = new RunOptions(seed, house.parallel(), device, house.sandbox());
        return begun(LiveRun.begin(house, runs -> runs.start(task, options)), patience);
    }

    private static Task budgeted(Task task, int evaluations, int minutes) {
        return task.withBudget(new Budget(
                evaluations == 0 ? task.budget().evaluations() : evaluations,
                minutes == 0 ? task.budget().time() : Duration.ofMinutes(minutes)));
    }

    /** A run is listed once it has a name, so that a call that does not wait can name it too. */
    private RunView begun(LiveRun run, Patience patience) throws Complaint, InterruptedException {
        var desk = run.desk();
        desk.await(() -> desk.name() != null || desk.isOver(), new Patience(Duration.ofDays(1), patience.progress()));
        if (desk.name() == null) {
            throw new Complaint(desk.status().reason() + "\nNo run was opened.");
        }
        live.add(run);
        desk.await(() -> desk.isWaiting() || desk.isOver(), patience);
        return view(run);
    }

    private Schema waiting() {
        return Waiting.schema(Schema.needing("run").text("run", ReadTools.RUN));
    }

    private Tool wait(Schema schema) {
        return new Tool(
                "wait",
                "Wait for a run",
                "Waits until an open run has done what it is at: until it takes proposals again, or is over. Says how it"
                        + " stands.",
                schema.map(),
                true,
                (arguments, progress) -> {
                    var run = live.find(arguments.text("run"));
                    var patience = Waiting.patience(arguments, progress);
                    arguments.rejectUnread();
                    run.desk().await(() -> run.desk().isWaiting() || run.desk().isOver(), patience);
                    return view(run);
                });
    }

    private Tool finishRun() {
        return new Tool(
                "finish_run",
                "Finish a run",
                "Ends the search of an open run for good: what promises most is confirmed, controls that cannot be better"
                        + " are tried, and the gain of the best is measured afresh. Takes minutes; answers with the final"
                        + " summary.",
                waiting().map(),
                false,
                (arguments, progress) -> {
                    var run = live.find(arguments.text("run"));
                    var patience = Waiting.patience(arguments, progress);
                    arguments.rejectUnread();
                    run.desk().leave();
                    run.desk().await(run.desk()::isOver, patience);
                    return view(run);
                });
    }

    private Tool pauseRun() {
        return new Tool(
                "pause_run",
                "Pause a run",
                "Stops work on an open run without ending it; what is archived stays, and resume_run goes on. The time of"
                        + " its budget stands still meanwhile.",
                Schema.needing("run").text("run", ReadTools.RUN).map(),
                false,
                (arguments, _) -> {
                    var run = live.find(arguments.text("run"));
                    arguments.rejectUnread();
                    run.pause();
                    return view(run);
                });
    }

    /** What list_runs answers. */
    record RunList(List<Row> runs) {
        /** A run, and whether it is open in this server. */
        record Row(@JsonProperty("open") boolean open, RunsView.Row run) {}
    }

    private Tool listRuns() {
        return new Tool(
                "list_runs",
                "List runs",
                "Lists all runs of this workspace, the oldest first, whoever made them.",
                Schema.needing().map(),
                true,
                (arguments, _) -> {
                    arguments.rejectUnread();
                    var rows = new ArrayList<RunList.Row>();
                    RunsView.of(ledgers.all())
                            .runs()
                            .forEach(row -> rows.add(new RunList.Row(live.worksOn(row.run()), row)));
                    return new RunList(rows);
                });
    }

    private Tool resumeRun() {
        return new Tool(
                "resume_run",
                "Resume a run",
                "Goes on with an unfinished run in which an agent proposes: one that was paused, or whose server was"
                        + " stopped or killed.",
                waiting().map(),
                false,
                (arguments, progress) -> {
                    var history = ledgers.history(arguments.text("run"));
                    var patience = Waiting.patience(arguments, progress);
                    arguments.rejectUnread();
                    var name = history.start().run();
                    checkResumable(history, name);
                    var options = new RunOptions(0, house.parallel(), null, house.sandbox());
                    return begun(
                            LiveRun.begin(house, runs -> runs.resume(name, options))
                                    .named(name),
                            patience);
                });
    }

    private void checkResumable(RunHistory history, String name) throws Complaint {
        if (live.worksOn(name)) {
            throw new Complaint("run " + name + " is open in this server already\nCall wait or read_context with it.");
        }
        if (history.status() != Status.UNFINISHED) {
            throw new Complaint("run " + name
                    + " is complete\nbest, diff, lineage and report say what came out; open_run" + " begins another.");
        }
        if (!history.start().proposer().equals(LiveRun.PROPOSER)) {
            throw new Complaint(
                    "in run " + name + " the proposer is " + history.start().proposer() + ", not an agent"
                            + "\n`./ouroboros resume " + name + "` goes on with it; open_run begins one of your own.");
        }
    }

    private RunView view(LiveRun run) throws InterruptedException {
        var name = run.desk().name();
        if (name == null || !run.desk().isOver()) {
            return RunView.of(run.desk(), null);
        }
        run.join();
        return RunView.of(run.desk(), ledgers.summary(name));
    }
}
