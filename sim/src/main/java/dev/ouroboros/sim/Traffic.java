package dev.ouroboros.sim;

import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import dev.ouroboros.sim.Stimulus.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same tokens twice.
 *
 * @param hindered with gaps between them, and with receivers that are ready now and then; towards the end nothing hinders any more
 * @param eager one after the other, with receivers that are always ready
 */
record Traffic(Stimulus hindered, Stimulus eager) {
    private static final int MOST_SHARE = 6;
    private static final int MARGIN = 32;

    /**
     * Makes it of two stimuli that know nothing of streams.
     *
     * @param plain what ports show while there is no token, when there are gaps, and who is ready; its resets in the middle are left out
     * @param values what tokens are made of
     */
    static Traffic of(
            Layout layout,
            Channels channels,
            @Nullable Reset reset,
            int patience,
            Stimulus plain,
            Stimulus values,
            RandomGenerator random) {
        var hindered = new ArrayList<Episode>();
        var eager = new ArrayList<Episode>();
        List<Sender> senders =
                channels.inputs().stream().map(stream -> sender(layout, stream)).toList();
        for (int e = 0; e < plain.episodes().size(); e++) {
            Episode episode = plain.episodes().get(e);
            List<int[]> source = values.episodes().get(e).frames();
            // The first and longest does not run out of tokens.
            int share = e == 0 ? 0 : random.nextInt(MOST_SHARE);
            int most = Math.max(1, episode.cycles() >> share);
            List<List<int[]>> tokens = senders.stream()
                    .map(sender -> tokens(sender, source.subList(0, Math.min(source.size(), 1 + random.nextInt(most)))))
                    .toList();
            var base = settled(layout, channels, reset, episode);
            int calm =
                    Math.max(episode.quiet(), episode.cycles() - Math.min(episode.cycles() / 2, 2 * patience + MARGIN));
            hindered.add(new Episode(freed(layout, channels, base, calm), episode.warmUp(), episode.quiet(), tokens));
            eager.add(new Episode(
                    freed(layout, channels, base, episode.quiet()), episode.warmUp(), episode.quiet(), tokens));
        }
        return new Traffic(new Stimulus(hindered, senders), new Stimulus(eager, senders));
    }

    static Sender sender(Layout layout, Channel stream) {
        List<Integer> data = stream.data().stream()
                .map(place -> layout.inputs().get(place))
                .flatMap((Slot slot) -> IntStream.range(slot.first(), slot.first() + slot.words())
                        .boxed())
                .toList();
        return new Sender(
                layout.inputs().get(stream.valid()).first(),
                stream.stalls() ? layout.outputs().get(stream.ready()).first() : -1,
                data);
    }

    static List<int[]> tokens(Sender sender, List<int[]> source) {
        return source.stream()
                .map(frame ->
                        sender.data().stream().mapToInt(word -> frame[word]).toArray())
                .toList();
    }

    /** Inputs that are in no stream stay as they are, and the reset does not come again. */
    private static List<int[]> settled(Layout layout, Channels channels, @Nullable Reset reset, Episode episode) {
        int[] example = episode.frames().get(Math.min(episode.quiet(), episode.cycles() - 1));
        var frames = new ArrayList<int[]>();
        for (int cycle = 0; cycle < episode.cycles(); cycle++) {
            int[] frame = episode.frames().get(cycle).clone();
            for (int place : channels.settings()) {
                Slot slot = layout.inputs().get(place);
                System.arraycopy(example, slot.first(), frame, slot.first(), slot.words());
            }
            if (reset != null && cycle >= episode.quiet()) {
                frame[layout.inputs().get(channels.reset()).first()] = reset.activeHigh() ? 0 : 1;
            }
            frames.add(frame);
        }
        return frames;
    }

    /** From a cycle on tokens come one after the other, and who takes them is ready. */
    private static List<int[]> freed(Layout layout, Channels channels, List<int[]> frames, int from) {
        int[] words = IntStream.concat(
                        channels.inputs().stream().mapToInt(Channel::valid),
                        channels.outputs().stream().filter(Channel::stalls).mapToInt(Channel::ready))
                .map(place -> layout.inputs().get(place).first())
                .toArray();
        var freed = new ArrayList<>(frames.subList(0, from));
        for (int[] frame : frames.subList(from, frames.size())) {
            int[] free = frame.clone();
            Arrays.stream(words).forEach(word -> free[word] = 1);
            freed.add(free);
        }
        return freed;
    }
}
