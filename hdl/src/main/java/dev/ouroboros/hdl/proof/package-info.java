/** Whether two designs do the same in every cycle, for ever: and-inverter graphs, engines, verdicts, counterexamples. */
@NullMarked
package dev.ouroboros.hdl.proof;

import org.jspecify.annotations.NullMarked;
