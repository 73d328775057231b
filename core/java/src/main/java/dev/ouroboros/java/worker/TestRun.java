package dev.ouroboros.java.worker;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a class of tests: its {@code main}, which fails by throwing, or its plain JUnit methods. Parameterized and nested
 * tests, and extensions, are beyond it.
 */
final class TestRun {
    private static final String JUPITER = "org.junit.jupiter.api.";
    private static final String OLD = "org.junit.";

    /** What a test throws that finds out that it makes no sense here: it neither passed nor failed. */
    private static final Set<String> ABORTED = Set.of(
            "org.opentest4j.TestAbortedException",
            "org.junit.AssumptionViolatedException",
            "org.junit.internal.AssumptionViolatedException");

    private final List<String> failures = new ArrayList<>();
    private int passed;

    private TestRun() {}

    static Messages.Tested of(ClassLoader loader, String name) {
        var run = new TestRun();
        try {
            run.all(Class.forName(name, true, loader));
        } catch (ReflectiveOperationException | LinkageError e) {
            run.failures.add(name + ": " + e);
        }
        return new Messages.Tested(run.passed, run.failures);
    }

    private void all(Class<?> type) throws ReflectiveOperationException {
        Method main = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class}))
                .findFirst()
                .orElse(null);
        if (main != null) {
            record(type.getSimpleName(), call(main, null, (Object) new String[0]));
            return;
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        String once = firstFailure(type, null, "BeforeAll", "BeforeClass");
        if (once != null) {
            failures.add(type.getSimpleName() + ": " + once);
            return;
        }
        for (Method method : marked(type, "Test", "Test")) {
            record(type.getSimpleName() + "." + method.getName(), one(type, constructor.newInstance(), method));
        }
    }

    private static @Nullable String one(Class<?> type, Object test, Method method) {
        String before = firstFailure(type, test, "BeforeEach", "Before");
        String failure = before == null ? unexpected(method, call(method, test)) : before;
        String after = firstFailure(type, test, "AfterEach", "After");
        return failure == null ? after : failure;
    }

    /** JUnit 4 lets a test say what it throws. */
    private static @Nullable String unexpected(Method method, @Nullable String failure) {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().getName().equals(OLD + "Test")) {
                try {
                    var expected = (Class<?>)
                            annotation.annotationType().getMethod("expected").invoke(annotation);
                    if (!expected.getName().equals(OLD + "Test$None")) {
                        return failure != null && failure.startsWith(expected.getName())
                                ? null
                                : "expected " + expected.getName() + ", but " + failure;
                    }
                } catch (ReflectiveOperationException e) {
                    return e.toString();
                }
            }
        }
        return failure;
    }

    private static @Nullable String firstFailure(Class<?> type, @Nullable Object test, String marker, String old) {
        for (Method method : marked(type, marker, old)) {
            String failure = call(method, test);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private static List<Method> marked(Class<?> type, String marker, String old) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> has(method, JUPITER + marker) || has(method, OLD + old))
                .filter(method -> !has(method, JUPITER + "Disabled") && !has(method, OLD + "Ignore"))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    private static boolean has(Method method, String annotation) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals(annotation));
    }

    private void record(String name, @Nullable String failure) {
        if (failure == null) {
            passed++;
        } else if (!ABORTED.contains(failure.split(":", 2)[0])) {
            failures.add(name + ": " + failure);
        }
    }

    private static @Nullable String call(Method method, @Nullable Object test, Object... arguments) {
        try {
            method.setAccessible(true);
            method.invoke(Modifier.isStatic(method.getModifiers()) ? null : test, arguments);
            return null;
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (ReflectiveOperationException e) {
            return e.toString();
        }
    }
}
