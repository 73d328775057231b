package dev.ouroboros.hdl.stream;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.hdl.task.TokenStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All streams of a design.
 *
 * @param settings inputs that are in no stream: they hold one value throughout a run, any value
 * @param reset the input that resets; −1 if there is none
 */
public record Channels(List<Channel> inputs, List<Channel> outputs, List<Integer> settings, int reset) {
    public Channels {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        settings = List.copyOf(settings);
    }

    /**
     * Finds them among a design's ports.
     *
     * @throws DesignProblem if a port is not there, goes the other way, is too wide, or is an output in no stream
     */
    public static Channels of(Circuit circuit, Contract.Streaming contract, @Nullable Reset reset)
            throws DesignProblem {
        return new Finder(circuit).find(contract, reset);
    }

    /** Returns the outputs that say valid or ready. */
    public List<Integer> handshakes() {
        return Stream.concat(
                        outputs.stream().map(Channel::valid),
                        inputs.stream().filter(Channel::stalls).map(Channel::ready))
                .toList();
    }

    /** Returns the inputs that hold one value throughout a run, but for the reset. */
    public List<Integer> fixed() {
        return IntStream.concat(
                        settings.stream().mapToInt(Integer::intValue),
                        reset < 0 ? IntStream.empty() : IntStream.of(reset))
                .sorted()
                .boxed()
                .toList();
    }

    /** Returns the inputs that belong to a stream. */
    public List<Integer> flowing() {
        Stream<Integer> offers =
                inputs.stream().flatMap(stream -> Stream.concat(Stream.of(stream.valid()), stream.data().stream()));
        Stream<Integer> accepts = outputs.stream().filter(Channel::stalls).map(Channel::ready);
        return Stream.concat(offers, accepts).sorted().toList();
    }

    private static final class Finder {
        private final Circuit circuit;
        private final Set<Integer> usedInputs = new HashSet<>();
        private final Set<Integer> usedOutputs = new HashSet<>();

        Finder(Circuit circuit) {
            this.circuit = circuit;
        }

        Channels find(Contract.Streaming contract, @Nullable Reset reset) throws DesignProblem {
            var inputs = new ArrayList<Channel>();
            for (TokenStream stream : contract.inputs()) {
                inputs.add(channel(stream, true));
            }
            var outputs = new ArrayList<Channel>();
            for (TokenStream stream : contract.outputs()) {
                outputs.add(channel(stream, false));
            }
            for (int i = 0; i < circuit.outputs().size(); i++) {
                if (!usedOutputs.contains(i)) {
                    throw new DesignProblem(
                            "the output " + circuit.outputs().get(i).name() + " of "
                                    + circuit.top() + " is in no stream, so nobody would compare it"
                                    + "\nMaybe it belongs to the data of one, or the contract should be 'cycle-exact'.");
                }
            }
            if (reset != null && usedInputs.contains(place(circuit.inputs(), reset.name()))) {
                throw new DesignProblem("the port " + reset.name() + " of " + circuit.top()
                        + " is the reset, so it has no place in a stream");
            }
            int resets = reset == null ? -1 : input(reset.name(), "the reset");
            List<Integer> settings = IntStream.range(0, circuit.inputs().size())
                    .filter(i -> !usedInputs.contains(i))
                    .boxed()
                    .toList();
            return new Channels(inputs, outputs, settings, resets);
        }

        private Channel channel(TokenStream stream, boolean intoDesign) throws DesignProblem {
            int valid = port(stream.valid(), "a valid", intoDesign, true);
            String receiver = stream.ready();
            int ready = receiver == null ? -1 : port(receiver, "a ready", !intoDesign, true);
            var data = new ArrayList<Integer>();
            int width = 0;
            for (String name : stream.data()) {
                int place = port(name, "the data of a stream", intoDesign, false);
                data.add(place);
                width += (intoDesign ? circuit.inputs() : circuit.outputs())
                        .get(place)
                        .bits()
                        .size();
            }
            return new Channel(valid, ready, data, width);
        }

        private int port(String name, String role, boolean input, boolean single) throws DesignProblem {
            int place = input ? input(name, role) : output(name, role);
            int width = (input ? circuit.inputs() : circuit.outputs())
                    .get(place)
                    .bits()
                    .size();
            if (single && width != 1) {
                throw new DesignProblem("the port " + name + " of " + circuit.top() + " has " + width
                        + " bits; the task calls it " + role + ", which has one");
            }
            return place;
        }

        private int input(String name, String role) throws DesignProblem {
            int place = place(circuit.inputs(), name);
            usedInputs.add(known(place, name, role, "an input", place(circuit.outputs(), name) >= 0));
            return place;
        }

        private int output(String name, String role) throws DesignProblem {
            int place = place(circuit.outputs(), name);
            usedOutputs.add(known(place, name, role, "an output", place(circuit.inputs(), name) >= 0));
            return place;
        }

        private int known(int place, String name, String role, String way, boolean other) throws DesignProblem {
            if (place >= 0) {
                return place;
            }
            throw new DesignProblem(
                    other
                            ? "the port " + name + " of " + circuit.top() + " goes the other way; the task calls it "
                                    + role + ", so it must be " + way
                            : "module " + circuit.top() + " has no port " + name + ", which the task calls " + role
                                    + "; it must be " + way);
        }

        private static int place(List<Port> ports, String name) {
            for (int i = 0; i < ports.size(); i++) {
                if (ports.get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
