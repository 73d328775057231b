package dev.ouroboros.kernels.task;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.ArgumentReader;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.ContractReader;
import dev.ouroboros.cfamily.task.Types;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code [parts.opencl]}. */
public final class KernelTaskReader {
    private static final int MOST_GRID_DIMENSIONS = 3;

    private final Part part;
    private final Section table;
    private final Set<String> dimensions;

    private KernelTaskReader(Part part) throws TaskException {
        this.part = part;
        this.table = part.settings();
        this.dimensions = ContractReader.dimensions(table);
    }

    /**
     * Reads the table of a part.
     *
     * @throws TaskException at the first mistake, with its place
     */
    public static KernelTask read(Part part) throws TaskException {
        var reader = new KernelTaskReader(part);
        KernelTask task = reader.task();
        reader.checkTogether(task);
        return task;
    }

    private KernelTask task() throws TaskException {
        return new KernelTask(
                table.string("entry"),
                table.strings("options", List.of()),
                sizes("global"),
                sizes("local"),
                contract());
    }

    /** Simulated devices are slow: one shape is traced, the first of those shown unless the task says otherwise. */
    private Contract contract() throws TaskException {
        List<Argument> arguments = new ArrayList<>();
        for (Section argument : table.tables("arguments")) {
            arguments.add(ArgumentReader.read(argument, dimensions, Types.OPENCL));
        }
        Contract contract = ContractReader.read(table, arguments);
        return contract.withTraced(
                contract.traced().subList(0, Math.min(1, contract.traced().size())));
    }

    private List<Expression> sizes(String key) throws TaskException {
        Set<String> known = new LinkedHashSet<>(dimensions);
        part.parameters().parameters().stream().map(Parameter::name).forEach(known::add);
        List<Expression> sizes = new ArrayList<>();
        for (String text : table.strings(key)) {
            sizes.add(ContractReader.expression(table, key, text, known));
        }
        if (sizes.isEmpty() || sizes.size() > MOST_GRID_DIMENSIONS) {
            throw table.mistake(key, "has " + sizes.size() + " sizes; expected 1 to " + MOST_GRID_DIMENSIONS);
        }
        return sizes;
    }

    private void checkTogether(KernelTask task) throws TaskException {
        if (task.global().size() != task.local().size()) {
            throw table.mistake(
                    "local",
                    "has " + task.local().size() + " sizes, but global has "
                            + task.global().size());
        }
        ContractReader.checkTogether(
                table,
                task.contract(),
                shape -> Grid.of(task, shape, part.parameters().defaults()));
    }
}
