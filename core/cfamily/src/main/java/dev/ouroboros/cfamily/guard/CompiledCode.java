package dev.ouroboros.cfamily.guard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a shared library asks of the process that loads it; 64-bit ELF, little-endian ("Tool Interface Standard, Executable
 * and Linking Format", 1.2, and the System V ABI).
 *
 * @param imports functions and variables it takes from the process
 * @param runsAtLoad whether it has code that runs when it is loaded
 * @param state names of sections that keep what is written there from one call to the next
 * @param writableCode whether memory of it, the stack included, can be both written and run
 */
public record CompiledCode(Set<String> imports, boolean runsAtLoad, Set<String> state, boolean writableCode) {
    /** What compilers call on their own account, and the C library's mathematics. */
    private static final Set<String> HARMLESS = Set.of(
            "memcpy", "memmove", "memset", "memcmp", "sincos", "sincosf", "exp", "expf", "exp2", "exp2f", "exp10",
            "log", "logf", "log2", "log2f", "log10", "log10f", "pow", "powf", "sin", "sinf", "cos", "cosf", "tan",
            "tanf", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "fma", "fmaf", "fmod", "fmodf", "floor",
            "floorf", "ceil", "ceilf", "trunc", "truncf", "rint", "rintf", "round", "roundf", "sqrt", "sqrtf", "ldexp",
            "ldexpf", "frexp");

    /** Filled by the loader and read-only afterwards. */
    private static final Set<String> LOADERS =
            Set.of(".dynamic", ".got", ".got.plt", ".data.rel.ro", ".data.rel.ro.local");

    private static final int SEGMENT_OFFSET = 0x20;
    private static final int SEGMENT_COUNT = 0x38;
    private static final int SEGMENT_BYTES = 56;
    private static final int SECTION_NAMES = 0x3E;
    private static final int TYPE_RELOCATIONS = 4;
    private static final int TYPE_DYNAMIC = 6;
    private static final long WRITTEN_IN_MEMORY = 1 | 2;
    private static final int RELOCATION_BYTES = 24;
    private static final int TAG_INIT = 12;
    private static final int TAG_FINI = 13;

    /** Of relocations that call a function: R_X86_64_IRELATIVE and R_AARCH64_IRELATIVE. */
    private static final Set<Integer> CALLS_AT_LOAD = Set.of(37, 1032);

    private static final int SECTION_OFFSET = 0x28;
    private static final int SECTION_COUNT = 0x3C;
    private static final int SECTION_BYTES = 64;
    private static final int SYMBOL_BYTES = 24;
    private static final int TYPE_DYNAMIC_SYMBOLS = 11;
    private static final Set<Integer> TYPES_RUN_AT_LOAD = Set.of(14, 15, 16);

    public CompiledCode {
        imports = Set.copyOf(imports);
        state = Set.copyOf(state);
    }

    /**
     * Reads a library.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CompiledCode read(byte[] library) {
        ByteBuffer elf = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        if (library.length < SECTION_BYTES || elf.getInt(0) != 0x464C457F || library[4] != 2 || library[5] != 1) {
            throw new IllegalArgumentException("no 64-bit little-endian ELF file of " + library.length + " bytes");
        }
        int sections = Math.toIntExact(elf.getLong(SECTION_OFFSET));
        Set<String> imports = new TreeSet<>();
        Set<String> state = new TreeSet<>();
        boolean runsAtLoad = false;
        int nameSection = sections + elf.getShort(SECTION_NAMES) * SECTION_BYTES;
        int sectionNames = Math.toIntExact(elf.getLong(nameSection + 24));
        for (int i = 0; i < elf.getShort(SECTION_COUNT); i++) {
            int section = sections + i * SECTION_BYTES;
            int type = elf.getInt(section + 4);
            runsAtLoad |= TYPES_RUN_AT_LOAD.contains(type)
                    || (type == TYPE_DYNAMIC && hasLoadFunction(elf, section))
                    || (type == TYPE_RELOCATIONS && hasCallingRelocation(elf, section));
            String name = text(elf, sectionNames + elf.getInt(section));
            boolean writable = (elf.getLong(section + 8) & WRITTEN_IN_MEMORY) == WRITTEN_IN_MEMORY;
            if (writable && elf.getLong(section + 32) > 0 && !LOADERS.contains(name)) {
                state.add(name);
            }
            if (type == TYPE_DYNAMIC_SYMBOLS) {
                int names = sections + elf.getInt(section + 40) * SECTION_BYTES;
                readImports(elf, section, Math.toIntExact(elf.getLong(names + 24)), imports);
            }
        }
        return new CompiledCode(imports, runsAtLoad, state, hasWritableCode(elf));
    }

    /** Returns those imports that a kernel has no honest use for. */
    public Set<String> suspicious() {
        return importsBeyond(HARMLESS);
    }

    /** Returns those imports that are not among the given ones. */
    public Set<String> importsBeyond(Set<String> allowed) {
        var beyond = new TreeSet<>(imports);
        beyond.removeAll(allowed);
        return beyond;
    }

    private static boolean hasLoadFunction(ByteBuffer elf, int section) {
        int from = Math.toIntExact(elf.getLong(section + 24));
        int end = from + Math.toIntExact(elf.getLong(section + 32));
        for (int at = from; at < end; at += 16) {
            long tag = elf.getLong(at);
            if (tag == TAG_INIT || tag == TAG_FINI) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCallingRelocation(ByteBuffer elf, int section) {
        int from = Math.toIntExact(elf.getLong(section + 24));
        int end = from + Math.toIntExact(elf.getLong(section + 32));
        for (int at = from; at < end; at += RELOCATION_BYTES) {
            if (CALLS_AT_LOAD.contains(elf.getInt(at + 8))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWritableCode(ByteBuffer elf) {
        int segments = Math.toIntExact(elf.getLong(SEGMENT_OFFSET));
        for (int i = 0; i < elf.getShort(SEGMENT_COUNT); i++) {
            int flags = elf.getInt(segments + i * SEGMENT_BYTES + 4);
            if ((flags & 3) == 3) {
                return true;
            }
        }
        return false;
    }

    private static void readImports(ByteBuffer elf, int section, int names, Set<String> imports) {
        int from = Math.toIntExact(elf.getLong(section + 24));
        int end = from + Math.toIntExact(elf.getLong(section + 32));
        for (int symbol = from + SYMBOL_BYTES; symbol < end; symbol += SYMBOL_BYTES) {
            boolean defined = elf.getShort(symbol + 6) != 0;
            if (!defined) {
                imports.add(text(elf, names + elf.getInt(symbol)));
            }
        }
    }

    private static String text(ByteBuffer elf, int from) {
        var text = new StringBuilder();
        for (int i = from; elf.get(i) != 0; i++) {
            text.append((char) Byte.toUnsignedInt(elf.get(i)));
        }
        return text.toString();
    }
}
