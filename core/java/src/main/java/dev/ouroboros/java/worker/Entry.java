package dev.ouroboros.java.worker;

import dev.ouroboros.java.data.JavaType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method that is launched. */
public final class Entry {
    private final MethodHandle handle;

    private Entry(MethodHandle handle) {
        this.handle = handle;
    }

    /**
     * Finds a static method.
     *
     * @param types of its arguments, as Java spells them
     * @throws IllegalArgumentException if there is none that can be called
     */
    public static Entry find(ClassLoader loader, String owner, String name, List<String> types) {
        Class<?>[] arguments = types.stream().map(Entry::type).toArray(Class<?>[]::new);
        try {
            Method method = Class.forName(owner, true, loader).getDeclaredMethod(name, arguments);
            if (!Modifier.isStatic(method.getModifiers())) {
                throw new IllegalArgumentException(owner + "." + name + " is not static");
            }
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            return new Entry(handle.asSpreader(Object[].class, arguments.length)
                    .asType(MethodType.methodType(Object.class, Object[].class)));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException("cannot call " + owner + "." + name + types + ": " + e, e);
        }
    }

    /** Calls it; what it throws is a result too. */
    @SuppressWarnings("CatchingUnchecked") // A candidate may throw anything.
    public @Nullable Object call(Object[] arguments) {
        try {
            return (Object) handle.invokeExact(arguments);
        } catch (Throwable thrown) {
            return new Thrown(thrown.getClass().getName());
        }
    }

    /** What a launch threw. */
    public record Thrown(String type) {}

    private static Class<?> type(String spelling) {
        JavaType type = JavaType.of(spelling);
        if (type == null) {
            throw new IllegalArgumentException("no type " + spelling);
        }
        return type.type();
    }
}
