package dev.ouroboros.hdl.liberty;

/** A Liberty file of a few cells of our own, with round areas. */
public final class SmallLibrary {
    private static final String TABLE = "cell_rise (s) { VALUES } cell_fall (s) { VALUES } "
            .concat("rise_transition (s) { VALUES } fall_transition (s) { VALUES }")
            .replace("VALUES", "values (\"0.1, 0.2\", \"0.1, 0.2\");");

    public static final String TEXT = "library (small) {\n"
            + "  delay_model : table_lookup;\n"
            + "  time_unit : \"1ns\";\n"
            + "  capacitive_load_unit (1, ff);\n"
            + "  lu_table_template (s) {\n"
            + "    variable_1 : input_net_transition;\n    index_1 (\"0.01, 0.1\");\n"
            + "    variable_2 : total_output_net_capacitance;\n    index_2 (\"0.1, 10.0\");\n  }\n"
            + "  /* every cell that a design of gates needs */\n"
            + gate("INV", 1, "!A", "A")
            + gate("BUF", 2, "A", "A")
            + gate("NAND2", 2, "!(A & B)", "A", "B")
            + gate("NOR2", 2, "!(A | B)", "A", "B")
            + gate("XOR2", 4, "(A ^ B)", "A", "B")
            + """
              cell (DFF) {
                area : 10;
                ff (IQ, IQN) { clocked_on : "C"; next_state : "D"; }
                pin (C) { direction : input; clock : true; }
                pin (D) { direction : input; }
                pin (Q) { direction : output; function : "IQ"; }
              }
              cell (DFFR) {
                area : 12;
                ff (IQ, IQN) { clocked_on : "C"; next_state : "D"; clear : "!R"; }
                pin (C) { direction : input; clock : true; }
                pin (D) { direction : input; }
                pin (R) { direction : input; }
                pin (Q) { direction : output; function : "IQ"; }
              }
            }
            """;

    private SmallLibrary() {}

    private static String gate(String name, int area, String function, String... inputs) {
        var text = new StringBuilder("  cell (" + name + ") {\n    area : " + area + ";\n");
        var arcs = new StringBuilder();
        for (var input : inputs) {
            text.append("    pin (").append(input).append(") { direction : input; capacitance : 1.0; }\n");
            arcs.append(" timing () { related_pin : \"")
                    .append(input)
                    .append("\"; ")
                    .append(TABLE)
                    .append(" }");
        }
        return text + "    pin (Y) { direction : output; function : \"" + function + "\";" + arcs + " }\n  }\n";
    }
}
