package dev.ouroboros.app.external;

import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.propose.Guest;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.propose.Untrusted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what people or scripts write into a folder: a request goes out as {@code request-N.json}, and the answer is
 * {@code answer-N.json}. One thread.
 */
public final class FolderGuest implements Guest, Listener {
    /** Between two looks for an answer; whoever writes one takes longer. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Function<String, Path> folderOf;
    private final InstantSource clock;
    private final Pause pause;
    private final Consumer<String> say;
    private @Nullable String run;
    private @Nullable Mailbox mailbox;
    private @Nullable String halfRead;
    private boolean left;

    /** Lets time pass. */
    public interface Pause {
        /** Returns after so long. */
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * @param run the name of the run if it goes on; null if it is still to begin
     * @param folderOf where a run's requests and answers are
     * @param say told in words where to answer
     */
    public FolderGuest(
            @Nullable String run,
            Function<String, Path> folderOf,
            InstantSource clock,
            Pause pause,
            Consumer<String> say) {
        this.run = run;
        this.folderOf = folderOf;
        this.clock = clock;
        this.pause = pause;
        this.say = say;
    }

    @Override
    public void on(Stamped stamped) {
        if (stamped.event() instanceof RunStarted started) {
            run = started.run();
        }
        if (stamped.event() instanceof SearchEnded(var why) && run != null) {
            var box = mailbox(run);
            box.write(
                    box.folder().resolve("ended.json"),
                    Map.of("run", run, "why", why.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public Turn next(ProposerContext context, int count) throws InterruptedException {
        if (left) {
            return new Turn.Leave();
        }
        if (run == null) {
            throw new IllegalStateException("asked for proposals before the run began");
        }
        var box = mailbox(run);
        int number = box.number();
        var answer = box.file("answer", number);
        box.remove(box.file("error", number));
        box.write(
                box.file("request", number),
                new Request(
                        number,
                        run,
                        answer.getFileName().toString(),
                        count,
                        TaskView.of(context.task()),
                        ContextView.of(context, ContextView.HISTORY),
                        Request.HOW));
        say.accept("Waiting for " + answer + "; " + box.file("request", number).getFileName()
                + " beside it says what may be proposed and how.");
        var end = clock.instant().plus(context.timeLeft());
        while (clock.instant().isBefore(end)) {
            var turn = turn(box, number, context, count);
            if (turn != null) {
                return turn;
            }
            pause.of(LOOK);
        }
        return new Turn.Leave();
    }

    private @Nullable Turn turn(Mailbox box, int number, ProposerContext context, int count) {
        var answer = box.file("answer", number);
        var stamp = box.stamp(answer);
        if (stamp == null) {
            return null;
        }
        try {
            var turn = Answer.read(box.read(answer), context, count);
            box.rename(answer, box.file("taken", number));
            box.remove(box.file("error", number));
            left = turn instanceof Turn.Leave;
            return turn;
        } catch (Complaint e) {
            // What is still being written looks broken; what looks the same at the next look is.
            if (stamp.equals(halfRead)) {
                refuse(box, number, String.valueOf(e.getMessage()));
                halfRead = null;
            } else {
                halfRead = stamp;
            }
            return null;
        }
    }

    private void refuse(Mailbox box, int number, String why) {
        var answer = box.file("answer", number);
        box.rename(answer, box.file("refused", number));
        box.write(
                box.file("error", number),
                Map.of(
                        "request",
                        number,
                        "error",
                        Untrusted.visible(why),
                        "next",
                        "Your answer is now " + box.file("refused", number).getFileName() + ". Mend it, and write "
                                + answer.getFileName() + " again."));
    }

    private Mailbox mailbox(String name) {
        if (mailbox == null) {
            mailbox = new Mailbox(folderOf.apply(name));
        }
        return mailbox;
    }
}
