package dev.ouroboros.hdl.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.proof.Ternary;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The block RAM against a memory of words, as its data sheet tells it. */
class BlockRamTest {
    private static final int CYCLES = 200;

    /** The two lowest bits of the row vary, and the bits above the row; the others of the row are 0. */
    private static final int ROWS = 4;

    private static final String CONTENTS =
            "1001".repeat(4) + "0110".repeat(4) + "0011".repeat(4) + "10000000".repeat(2);

    /** By mode: which pins of 16 carry a word, from its lowest bit. */
    private static final List<List<Integer>> PINS = List.of(
            IntStream.range(0, 16).boxed().toList(),
            List.of(0, 2, 4, 6, 8, 10, 12, 14),
            List.of(1, 5, 9, 13),
            List.of(3, 11));

    static List<List<Integer>> modes() {
        return IntStream.range(0, 16).mapToObj(i -> List.of(i / 4, i % 4)).toList();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void aWordThatWasWrittenIsReadAndOtherBitsStay(List<Integer> modes) throws Exception {
        int readMode = modes.getFirst();
        int writeMode = modes.getLast();
        Circuit circuit = circuit(cell(readMode, writeMode, CONTENTS));
        var stored = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            stored[row] = Integer.parseInt(CONTENTS.substring(16 * (ROWS - 1 - row), 16 * (ROWS - row)), 2);
        }
        @Nullable Integer shown = null;
        List<Ternary> held = circuit.registers().stream()
                .map(register -> register.poweredUp() == null ? Ternary.UNDEFINED : Ternary.of(register.poweredUp()))
                .toList();
        var random = new Random(1);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            int read = random.nextInt(32);
            int write = random.nextInt(32);
            int data = random.nextInt(1 << 16);
            int mask = random.nextInt(1 << 16);
            int enables = random.nextInt(16);
            var inputs = List.of(bits(data, 16), bits(enables, 4), bits(mask, 16), bits(read, 5), bits(write, 5));
            var result = circuit.cycle(
                    Ternary.LOGIC, inputs, Collections.nCopies(circuit.free().size(), Ternary.UNDEFINED), held);
            held = result.next();
            List<Ternary> output = result.outputs().getFirst();
            for (int pin = 0; pin < 16; pin++) {
                int bit = PINS.get(readMode).indexOf(pin);
                Ternary expected = bit < 0 ? Ternary.ZERO : bit(shown, bit);
                assertEquals(expected, output.get(pin), "cycle " + cycle + ", pin " + pin);
            }
            if ((enables & 3) == 3) {
                shown = word(stored[read % ROWS], readMode, (read / ROWS) % (1 << readMode));
            }
            if ((enables & 12) == 12) {
                stored[write % ROWS] =
                        written(stored[write % ROWS], writeMode, (write / ROWS) % (1 << writeMode), data, mask);
            }
        }
    }

    private static Ternary bit(@Nullable Integer word, int bit) {
        return word == null ? Ternary.UNDEFINED : Ternary.of(((word >> bit) & 1) == 1);
    }

    /** Bit i of word w lies at i times the number of words in a row, plus w. */
    private static int word(int row, int mode, int lane) {
        int word = 0;
        for (int i = 0; i < 16 >> mode; i++) {
            word |= ((row >> ((i << mode) + lane)) & 1) << i;
        }
        return word;
    }

    private static int written(int row, int mode, int lane, int data, int mask) {
        int result = row;
        for (int i = 0; i < 16 >> mode; i++) {
            if (mode != 0 || ((mask >> i) & 1) == 0) {
                int place = 1 << ((i << mode) + lane);
                boolean one = ((data >> PINS.get(mode).get(i)) & 1) == 1;
                result = one ? result | place : result & ~place;
            }
        }
        return result;
    }

    @Test
    void whatNothingCanWriteIsNoRegister() throws Exception {
        String rom = cell(0, 0, CONTENTS).replace("\"WE\": [20]", "\"WE\": [\"0\"]");
        assertEquals(16, circuit(rom).registers().size());
        assertEquals(16 + 16 * ROWS, circuit(cell(0, 0, CONTENTS)).registers().size());
    }

    @Test
    void undefinedContentsAndOpenPinsStayUndefined() throws Exception {
        Circuit circuit = circuit(cell(0, 0, "x".repeat(64)).replace("\"WE\": [20]", "\"WE\": []"));
        assertTrue(circuit.free().size() > 0, "the open pin");
        assertTrue(circuit.registers().stream().allMatch(register -> register.poweredUp() == null));
    }

    @Test
    void contentsInAFileAndAForeignClockAreRefused() {
        String cell = cell(0, 0, CONTENTS);
        refused(cell.replace("\"READ_MODE\"", "\"INIT_FILE\": \"a.hex\", \"READ_MODE\""), "cannot prove");
        refused(cell.replace("\"RCLK\": [2]", "\"RCLK\": [18]"), "another clock than clk");
        refused(cell.replace("SB_RAM40_4K", "SB_RAM40_4KNR").replace("\"RCLK\"", "\"RCLKN\""), "both edges");
    }

    private static void refused(String cell, String reason) {
        var problem = assertThrows(DesignProblem.class, () -> circuit(cell));
        assertTrue(String.valueOf(problem.getMessage()).contains(reason), problem::getMessage);
    }

    private static Circuit circuit(String cell) throws DesignProblem {
        String ports = port("clk", "input", List.of(2)) + ", " + port("d", "input", nets(100, 16)) + ", "
                + port("enables", "input", List.of(18, 19, 20, 21)) + ", " + port("mask", "input", nets(120, 16)) + ", "
                + port("read", "input", nets(140, 5)) + ", " + port("write", "input", nets(150, 5)) + ", "
                + port("q", "output", nets(160, 16));
        String json = "{\"modules\": {\"top\": {\"ports\": {" + ports + "}, \"cells\": {\"ram\": " + cell
                + "}, \"netnames\": {}}}}";
        return CircuitBuilder.build(NetlistReader.read(json, "top"), "clk");
    }

    private static String port(String name, String direction, List<Integer> bits) {
        return "\"" + name + "\": {\"direction\": \"" + direction + "\", \"bits\": " + bits + "}";
    }

    private static List<Integer> nets(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    private static String cell(int readMode, int writeMode, String contents) {
        UnaryOperator<String> binary = text -> "0".repeat(32 - text.length()) + text;
        String zeros = Collections.nCopies(6, "\"0\"").stream().collect(Collectors.joining(", "));
        return """
                {"type": "SB_RAM40_4K", "parameters": {"READ_MODE": "%s", "WRITE_MODE": "%s", "INIT_0": "%s"},
                 "port_directions": {"RDATA": "output", "RCLK": "input"},
                 "connections": {"RDATA": %s, "WDATA": %s, "MASK": %s, "RE": [18], "RCLKE": [19], "WE": [20], "WCLKE": [21],
                   "RADDR": [140, 141, %s, 142, 143, 144], "WADDR": [150, 151, %s, 152, 153, 154], "RCLK": [2], "WCLK": [2]}}
                """.formatted(
                        binary.apply(Integer.toBinaryString(readMode)),
                        binary.apply(Integer.toBinaryString(writeMode)),
                        contents,
                        nets(160, 16),
                        nets(100, 16),
                        nets(120, 16),
                        zeros,
                        zeros);
    }

    private static List<Ternary> bits(int value, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> Ternary.of(((value >> i) & 1) == 1))
                .toList();
    }
}
