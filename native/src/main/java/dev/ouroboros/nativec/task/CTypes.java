package dev.ouroboros.nativec.task;

import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.cfamily.task.Types;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types of C on 64-bit Linux (System V ABI, LP64), as they are spelled. */
public final class CTypes implements Types {
    private static final Map<String, ElementType> BY_SPELLING = bySpelling();

    @Override
    public @Nullable ElementType named(String spelling) {
        return BY_SPELLING.get(spelling);
    }

    @Override
    public String labels() {
        return String.join(", ", BY_SPELLING.keySet());
    }

    private static Map<String, ElementType> bySpelling() {
        Map<String, ElementType> types = new TreeMap<>();
        types.put(NativeTask.VOID, ElementType.UCHAR); // Of a pointer: any bytes.
        types.put("float", ElementType.FLOAT);
        types.put("double", ElementType.DOUBLE);
        types.put("bool", ElementType.UCHAR);
        types.put("_Bool", ElementType.UCHAR);
        both(types, "char", 8, ElementType.CHAR, ElementType.UCHAR);
        types.put("signed char", ElementType.CHAR);
        both(types, "short", 16, ElementType.SHORT, ElementType.USHORT);
        both(types, "int", 32, ElementType.INT, ElementType.UINT);
        types.put("unsigned", ElementType.UINT);
        both(types, "long", 64, ElementType.LONG, ElementType.ULONG);
        types.put("long long", ElementType.LONG);
        types.put("unsigned long long", ElementType.ULONG);
        types.put("size_t", ElementType.ULONG);
        types.put("ptrdiff_t", ElementType.LONG);
        return types;
    }

    private static void both(
            Map<String, ElementType> types, String name, int bits, ElementType signed, ElementType unsigned) {
        types.put(name, signed);
        types.put("unsigned " + name, unsigned);
        types.put("int" + bits + "_t", signed);
        types.put("uint" + bits + "_t", unsigned);
    }
}
