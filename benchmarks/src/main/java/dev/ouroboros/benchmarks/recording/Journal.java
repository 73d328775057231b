package dev.ouroboros.benchmarks.recording;

import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.arena.T4Rows;
import dev.ouroboros.engine.space.Setting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured so far: a first line that says of what, then one line a configuration, each on the disk before the
 * next is measured. A line that was cut off when its process was killed counts as never written. Not thread-safe.
 */
public final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final Map<Setting, T4Row> rows;

    private Journal(FileChannel channel, Map<Setting, T4Row> rows) {
        this.channel = channel;
        this.rows = rows;
    }

    /**
     * Opens a journal to go on with, or begins one.
     *
     * @param subject what is measured, and how; rows of another subject are not mixed with these
     * @throws JournalException if it is of another subject, or a whole line of it is no row
     */
    public static Journal open(Path file, SortedMap<String, String> subject) throws IOException, JournalException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = null;
        try {
            journal = new Journal(channel, new LinkedHashMap<>());
            journal.load(file, JSON.writeValueAsString(subject));
            return journal;
        } finally {
            if (journal == null) {
                channel.close();
            }
        }
    }

    private void load(Path file, String subject) throws IOException, JournalException {
        var lines = wholeLines(file);
        if (lines.isEmpty()) {
            append(subject);
            return;
        }
        if (!lines.getFirst().equals(subject)) {
            throw new JournalException(file + " is the journal of another recording; expected " + subject + ", found "
                    + lines.getFirst() + "\nMaybe remove it, or name another file.");
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                var row = T4Rows.parse(file + ", line " + (i + 1), lines.get(i));
                rows.put(row.configuration(), row);
            } catch (RecordingException e) {
                throw new JournalException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Cuts off what follows the last line end. */
    private List<String> wholeLines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        return new ArrayList<>(
                new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList());
    }

    /** Returns what was measured, by configuration, in the order of measuring. */
    public Map<Setting, T4Row> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /** Adds a row. When this returns, it survives the end of the process. */
    public void add(T4Row row) throws IOException {
        append(T4Rows.line(row));
        rows.put(row.configuration(), row);
    }

    private void append(String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
