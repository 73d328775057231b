package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.liberty.Library;
import dev.ouroboros.hdl.liberty.SmallLibrary;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.synth.CellAreas;
import dev.ouroboros.hdl.synth.Counts;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.hdl.task.StandardCells;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Netlists of standard cells, with a real Yosys: what they weigh, and that they do what their source says. */
class StandardCellsTest {
    private static final String COUNTER = """
            module top(input clk, input rst_n, input en, output [2:0] y);
              wire [2:0] next;
              step one(n, en, next);
              reg [2:0] n;
              always @(posedge clk or negedge rst_n)
                if (!rst_n) n <= 0; else n <= next;
              assign y = n;
            endmodule
            module step(input [2:0] n, input en, output [2:0] next);
              assign next = n + en;
            endmodule
            """;

    private static Design design(String library, String source) throws Exception {
        var task = new DesignTask(
                "top",
                "clk",
                new Reset("rst_n", false, true, 1),
                new Contract.CycleExact(0),
                List.of(),
                List.of(),
                Map.of(),
                new StandardCells(Library.read(library)),
                List.of(List.of()),
                Designs.PATIENCE,
                0,
                0);
        return Designs.design(task, source);
    }

    @Test
    void theAreaIsTheSumOfTheCells() throws Exception {
        var design = design(SmallLibrary.TEXT, COUNTER);
        var areas = assertInstanceOf(
                CellAreas.class, Counts.of(Machine.YOSYS.synthesize(design, List.of()), design.task()));
        assertEquals(3, areas.flipFlops());
        assertTrue(areas.area() > 36 && areas.area() < 70, areas::toString);
        assertTrue(areas.depth() >= 1 && areas.cells() > 3, areas::toString);
        var heavier = design(SmallLibrary.TEXT.replace("area : 12;", "area : 112;"), COUNTER);
        var more = assertInstanceOf(
                CellAreas.class, Counts.of(Machine.YOSYS.synthesize(heavier, List.of()), heavier.task()));
        assertEquals(areas.area() + 300, more.area(), 1e-9);
    }

    @Test
    void aNetlistIsProvedToDoWhatItsSourceSays() throws Exception {
        var design = design(SmallLibrary.TEXT, COUNTER);
        var netlist = Yosys.circuit(Machine.YOSYS.synthesize(design, List.of()), design);
        var halfway = Machine.YOSYS.halfway(design, List.of());
        var prover = new Prover(Machine.ABC, RandomGenerator.of("L64X128MixRandom"), 2);
        var right = new Obligation(
                Machine.YOSYS.elaborate(design), netlist, design.task().reset(), 0);
        assertInstanceOf(Verdict.Proved.class, prover.prove(right, halfway, Designs.PATIENCE));
        var other = design(SmallLibrary.TEXT, COUNTER.replace("n + en", "n - en"));
        var wrong = new Obligation(
                Machine.YOSYS.elaborate(other), netlist, design.task().reset(), 0);
        assertInstanceOf(Verdict.Refuted.class, prover.prove(wrong, halfway, Designs.PATIENCE));
    }

    @Test
    void aCellThatTheLibraryLacksIsNamed() throws Exception {
        var design = design(SmallLibrary.TEXT.replace(" clear : \"!R\";", ""), COUNTER);
        var problem = assertThrows(DesignProblem.class, () -> Machine.YOSYS.synthesize(design, List.of()));
        assertTrue(String.valueOf(problem.getMessage()).contains("$_DFF_PN0_"), problem::getMessage);
    }
}
