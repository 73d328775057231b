package dev.ouroboros.engine.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that the parent and one sandboxed worker share, so that inputs and outputs travel without a copy.
 *
 * <p>Its size is sealed ({@code F_SEAL_SHRINK}, {@code F_SEAL_GROW}): a worker that could truncate it would end the
 * parent by SIGBUS at its next access. Its content is the worker's to change at any time, inputs included: copy or hash
 * before judging. It has no name in any folder, so nothing is left behind when the parent is killed.
 *
 * <p>The parent names it in {@link SandboxSpec#shared()}; the worker maps it by its position there.
 */
public final class ExchangeFile implements AutoCloseable {
    private final MemoryFile file;
    private final Arena arena;
    private final MemorySegment memory;

    private ExchangeFile(MemoryFile file, Arena arena, MemorySegment memory) {
        this.file = file;
        this.arena = arena;
        this.memory = memory;
    }

    /**
     * Zeros, readable and writable. Pages cost memory when first touched.
     *
     * @param size in bytes, at least 1
     */
    @SuppressWarnings("MustBeClosedChecker") // close() closes the arena.
    public static ExchangeFile create(long size) throws IOException {
        if (size < 1) {
            throw new IllegalArgumentException("an exchange file holds at least 1 byte, not " + size);
        }
        MemoryFile file = MemoryFile.ofSize("ouroboros-exchange", size);
        Arena arena = Arena.ofShared();
        try {
            return new ExchangeFile(file, arena, map(file.path(), arena));
        } catch (IOException e) {
            arena.close();
            file.close();
            throw e;
        }
    }

    /** The parent's view, of the whole file; usable from any thread until {@link #close()}. */
    public MemorySegment memory() {
        return memory;
    }

    /** What {@link SandboxSpec#shared()} takes: good for processes of this user while this file is open. */
    public Path handle() {
        return file.path();
    }

    /**
     * The worker's view of the file at a position of its {@link SandboxSpec#shared()}. Ask before the candidate runs: it
     * could close the descriptor.
     */
    public static MemorySegment inherited(int position, Arena arena) throws IOException {
        return map(Path.of("/proc/self/fd", Integer.toString(SandboxSpec.FIRST_SHARED + position)), arena);
    }

    @Override
    public void close() {
        arena.close();
        file.close();
    }

    private static MemorySegment map(Path path, Arena arena) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, channel.size(), arena);
        }
    }
}
