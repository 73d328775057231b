package dev.ouroboros.sim;

import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import dev.ouroboros.sim.Stimulus.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How tokens went in and out in one episode: what the harness did, followed by means of what the design answered.
 *
 * @param cycles from the end of the reset
 */
record Course(List<Cycle> cycles) {
    Course {
        cycles = List.copyOf(cycles);
    }

    /**
     * One cycle.
     *
     * @param frame the words of all inputs as the design saw them
     * @param answer the words of all outputs
     * @param begun of each input stream, how many tokens have been offered, this cycle included
     * @param taken of each input stream, how many had been taken before
     * @param given of each output stream, how many had been given before
     * @param offered of each input stream, whether there is a token
     * @param accepts of each input stream, whether it is taken
     * @param valid of each output stream, whether there is a token
     * @param ready of each output stream, whether it is taken if there is
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Cycle(
            int[] frame,
            int[] answer,
            int[] begun,
            int[] taken,
            int[] given,
            boolean[] offered,
            boolean[] accepts,
            boolean[] valid,
            boolean[] ready) {

        boolean gives(int output) {
            return valid[output] && ready[output];
        }

        boolean waits(int output) {
            return valid[output] && !ready[output];
        }
    }

    static Course of(Layout layout, Channels channels, Stimulus stimulus, Response response, int lane, int episode) {
        Episode run = stimulus.episodes().get(episode);
        int inputs = channels.inputs().size();
        int outputs = channels.outputs().size();
        var begun = new int[inputs];
        var taken = new int[inputs];
        var given = new int[outputs];
        var cycles = new ArrayList<Cycle>();
        for (int at = run.quiet(); at < run.cycles(); at++) {
            int[] frame = run.frames().get(at).clone();
            int[] answer = new int[layout.outputWords()];
            for (int word = 0; word < answer.length; word++) {
                answer[word] = response.word(lane, episode, at, word);
            }
            var offered = new boolean[inputs];
            var accepts = new boolean[inputs];
            for (int i = 0; i < inputs; i++) {
                Sender sender = stimulus.senders().get(i);
                List<int[]> tokens = run.tokens().get(i);
                if (begun[i] == taken[i] && (frame[sender.valid()] & 1) == 1 && taken[i] < tokens.size()) {
                    begun[i]++;
                }
                offered[i] = begun[i] > taken[i];
                frame[sender.valid()] = offered[i] ? 1 : 0;
                for (int k = 0; offered[i] && k < sender.data().size(); k++) {
                    frame[sender.data().get(k)] = tokens.get(taken[i])[k];
                }
                accepts[i] = offered[i] && (sender.ready() < 0 || (answer[sender.ready()] & 1) == 1);
            }
            var valid = new boolean[outputs];
            var ready = new boolean[outputs];
            for (int j = 0; j < outputs; j++) {
                Channel stream = channels.outputs().get(j);
                valid[j] = (answer[layout.outputs().get(stream.valid()).first()] & 1) == 1;
                ready[j] = !stream.stalls()
                        || (frame[layout.inputs().get(stream.ready()).first()] & 1) == 1;
            }
            var cycle = new Cycle(
                    frame, answer, begun.clone(), taken.clone(), given.clone(), offered, accepts, valid, ready);
            cycles.add(cycle);
            for (int i = 0; i < inputs; i++) {
                taken[i] += accepts[i] ? 1 : 0;
            }
            for (int j = 0; j < outputs; j++) {
                given[j] += cycle.gives(j) ? 1 : 0;
            }
        }
        return new Course(cycles);
    }

    /** Returns the cycles in which a stream gave its tokens, in turn. */
    List<Cycle> tokens(int output) {
        return cycles.stream().filter(cycle -> cycle.gives(output)).toList();
    }

    /** Returns how many tokens of a stream were taken. */
    int taken(int input) {
        Cycle last = cycles.getLast();
        return last.taken()[input] + (last.accepts()[input] ? 1 : 0);
    }

    /** Returns the words of a stream's data. */
    static int[] data(Layout layout, Channel output, int[] answer) {
        return output.data().stream()
                .map(place -> layout.outputs().get(place))
                .flatMapToInt((Slot slot) -> Arrays.stream(answer, slot.first(), slot.first() + slot.words()))
                .toArray();
    }
}
