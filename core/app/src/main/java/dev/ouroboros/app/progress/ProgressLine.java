package dev.ouroboros.app.progress;

import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.Stamped;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One line on a terminal: evaluations done, the best so far, and what happens now. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 120;
    private static final int REFRESH_MILLIS = 200;

    private final PrintStream err;
    private ProgressState state = ProgressState.BEFORE;
    private @Nullable ProgressBar bar;

    ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public void on(Stamped stamped) {
        var event = stamped.event();
        state = state.after(event);
        if (event instanceof RunStarted start) {
            bar = new ProgressBarBuilder()
                    .setTaskName("evaluations")
                    .setInitialMax(Math.max(1, start.evaluations()))
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .build();
        }
        if (bar != null) {
            bar.stepTo(state.done());
            bar.setExtraMessage(" best " + Figures.ratio(state.gain()) + " · " + state.doing());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
