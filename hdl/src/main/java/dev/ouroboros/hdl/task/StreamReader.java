package dev.ouroboros.hdl.task;

import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the contract {@code stream} says beside its name. */
final class StreamReader {
    private static final int PATIENCE = 64;
    private static final int MOST_PATIENCE = 4096;

    private final Section table;
    private final Set<String> taken = new HashSet<>();

    StreamReader(Section table) {
        this.table = table;
    }

    Contract.Streaming read() throws TaskException {
        if (table.has("latency")) {
            throw table.mistake(
                    "latency", "is given, but the contract is 'stream'; how late a token comes is free there");
        }
        if (table.has("assumptions")) {
            throw table.mistake(
                    "assumptions",
                    "is given, but the contract is 'stream'; its tokens may be any, and nothing else is assumed");
        }
        if (!table.has("outputs")) {
            throw table.mistake(
                    "outputs",
                    "is missing; expected the streams that leave the design, for example"
                            + " outputs = [{ valid = \"out_valid\", ready = \"out_ready\", data = [\"out_data\"] }]");
        }
        return new Contract.Streaming(
                table.has("inputs") ? streams("inputs") : List.of(), streams("outputs"), patience());
    }

    /** Reports keys that mean nothing under another contract. */
    static void refuse(Section table) throws TaskException {
        for (String key : List.of("inputs", "outputs", "patience")) {
            if (table.has(key)) {
                throw table.mistake(key, "is given, but only the contract 'stream' has it");
            }
        }
    }

    private List<TokenStream> streams(String key) throws TaskException {
        var streams = new ArrayList<TokenStream>();
        for (Section each : table.tables(key)) {
            var stream = new TokenStream(
                    DesignTaskReader.name(each, "valid"),
                    each.has("ready") ? DesignTaskReader.name(each, "ready") : null,
                    each.strings("data", List.of()));
            each.string("ready", "");
            for (String port : ports(stream)) {
                if (!taken.add(port)) {
                    throw each.mistake(
                            "valid", "begins a stream with the port '" + port + "', which has a place already");
                }
            }
            streams.add(stream);
        }
        return streams;
    }

    private static List<String> ports(TokenStream stream) {
        return Stream.concat(
                        Stream.of(stream.valid()),
                        Stream.concat(Stream.ofNullable(stream.ready()), stream.data().stream()))
                .toList();
    }

    private int patience() throws TaskException {
        long patience = table.integer("patience", PATIENCE);
        if (patience < 1 || patience > MOST_PATIENCE) {
            throw table.mistake("patience", "is " + patience + "; expected 1 to " + MOST_PATIENCE + " clock cycles");
        }
        return (int) patience;
    }
}
