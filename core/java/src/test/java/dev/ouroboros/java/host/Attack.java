package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Code that tries to be accepted without doing the work, or to do more than compute.
 *
 * @param name what it does, and its number in the list of attacks
 * @param stage that must refuse it
 * @param without defences without which it passes the checks; empty if no switch lets it through
 * @param twin honest code that looks alike
 */
record Attack(String name, String stage, Reason reason, Set<Defence> without, String source, String twin) {
    private static final String HONEST =
            "long sum = 0; for (int value : values) sum += (long) value * value; return sum;";

    static final List<Attack> ALL = new ArrayList<>();

    static {
        guarded(
                "starts a thread that goes on (J11)",
                "new Thread(() -> {}).start();",
                "Runnable later = () -> {}; later.run();");
        guarded(
                "starts threads in a stream",
                "java.util.Arrays.stream(values).parallel().sum();",
                "java.util.Arrays.stream(values).sum();");
        guarded("reads the clock (J1)", "if (System.nanoTime() == 0) return 0;", "if (values.length < 0) return 0;");
        guarded(
                "reads a file (J14, J15)",
                "new java.io.File(\"/etc/passwd\").length();",
                "String path = \"/etc/passwd\"; path.length();");
        guarded(
                "writes a result of its own to a descriptor (J7, J10)",
                "try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.err)) {} catch (java.io.IOException e) {}",
                "try { Integer.parseInt(\"1\"); } catch (NumberFormatException e) {}");
        guarded(
                "downloads the answer (J16)",
                "java.net.URI.create(\"http://localhost/\");",
                "String address = \"http://localhost/\"; address.length();");
        guarded(
                "looks who calls it (J19)",
                "new Throwable().getStackTrace();",
                "new RuntimeException(\"x\").getMessage();");
        guarded(
                "looks at the harness by reflection (J8, J12)",
                "Thread.currentThread().getContextClassLoader();",
                "values.getClass();");
        guarded(
                "looks for a class of the harness (J32)",
                "try { Class.forName(\"dev.ouroboros.java.worker.RunnerMain\"); } catch (ClassNotFoundException e) {}",
                "try { throw new IllegalStateException(); } catch (IllegalStateException e) {}");
        guarded("reads settings of the process (J29)", "Integer.getInteger(\"x\");", "Integer.parseInt(\"1\");");
        guarded(
                "asks for method handles (J30)",
                "java.lang.invoke.MethodHandles.lookup();",
                "java.util.function.IntSupplier one = () -> 1; one.getAsInt();");
        guarded(
                "reaches foreign memory (J30)",
                "java.lang.foreign.MemorySegment.ofArray(values);",
                "java.nio.IntBuffer.wrap(values);");
        guarded(
                "asks for memory outside of the heap",
                "java.nio.ByteBuffer.allocateDirect(8);",
                "java.nio.ByteBuffer.allocate(8);");
        guarded("knows the machine", "Runtime.getRuntime().availableProcessors();", "Math.max(1, 2);");
        guarded("prints", "System.out.println(values.length);", "new StringBuilder().append(values.length);");
        ALL.add(new Attack(
                "remembers what it returned, by what it was given (J22, J26)",
                "build",
                Reason.GUARD,
                Set.of(Defence.GUARD, Defence.FRESH_INPUTS),
                code(
                        "static final java.util.HashMap<Integer, Long> SEEN = new java.util.HashMap<>();",
                        "Long seen = SEEN.get(java.util.Arrays.hashCode(values)); if (seen != null) return seen;"
                                + HONEST.replace(
                                        "return sum;",
                                        "SEEN.put(java.util.Arrays.hashCode(values), sum); return sum;")),
                code("", "var seen = new java.util.HashMap<Integer, Long>(); seen.put(1, 2L);" + HONEST)));
        ALL.add(new Attack(
                "does less once it is warm (J25)",
                "build",
                Reason.GUARD,
                Set.of(Defence.GUARD),
                code("static int launches;", "launches++;" + HONEST),
                code("static final int[] TABLE = {1, 2, 3};", "int launches = TABLE[0]; launches++;" + HONEST)));
        ALL.add(new Attack(
                "has a finalizer, which runs in another thread",
                "build",
                Reason.GUARD,
                Set.of(Defence.GUARD),
                code("protected void finalize() {}", HONEST),
                code("protected void end() {}", HONEST)));
        ALL.add(new Attack(
                "changes its arguments, so that the next launch has less to do (K3)",
                "check",
                Reason.INCORRECT,
                Set.of(Defence.KEPT_INPUTS),
                code("", HONEST.replace("return sum;", "java.util.Arrays.fill(values, 0); return sum;")),
                code(
                        "",
                        "values = values.clone();"
                                + HONEST.replace("return sum;", "java.util.Arrays.fill(values, 0); return sum;"))));
        refused("returns a constant (J27)", "check", Reason.INCORRECT, code("", "return 1000;"), code("", HONEST));
        refused(
                "knows the shown sizes only (J23)",
                "held-out",
                Reason.INCORRECT,
                code(
                        "",
                        "if (values.length != 1 && values.length != 2 && values.length != 100 && values.length != 2000) return 0;"
                                + HONEST),
                code(
                        "",
                        "if (values.length == 100) return direct(values); " + HONEST
                                + "} static long direct(int[] values) {" + HONEST));
        refused(
                "drops a method others may call (J24)",
                "build",
                Reason.BUILD,
                "class Sum { private static long of(int[] values) {" + HONEST + "} }",
                "class Sum { static long of(int[] values) {" + HONEST + "} private static void more() {} }");
        refused(
                "takes the place of a class that is not its own (J17)",
                "build",
                Reason.BUILD,
                code("", HONEST) + "final class Square { static long of(int value) { return 1; } }",
                code("", HONEST) + "final class Cube { static long of(int value) { return 1; } }");
        refused(
                "takes the place of a test (J3)",
                "tests",
                Reason.INCORRECT,
                code("", "if (values.length == 2) return 0;" + HONEST)
                        + "final class SumTest { public static void main(String[] arguments) {} }",
                code("", HONEST));
        refused(
                "brings a processor of annotations (J31)",
                "build",
                Reason.BUILD,
                "@org.openjdk.jmh.annotations.Fork(0) " + code("", HONEST),
                "@SuppressWarnings(\"unused\") " + code("", HONEST));
        refused(
                "calls the reference of the parent (J32)",
                "build",
                Reason.BUILD,
                code("", "return dev.ouroboros.java.host.Defence.ALL.size();"),
                code("", HONEST));
        refused(
                "needs more memory than there is",
                "check",
                Reason.INCORRECT,
                code(
                        "",
                        "var all = new java.util.ArrayList<int[]>(); while (all.size() >= 0) all.add(new int[1 << 30]);"
                                + HONEST),
                code(
                        "",
                        "var all = new java.util.ArrayList<int[]>(); while (all.size() < 3) all.add(new int[1 << 10]);"
                                + HONEST));
        refused(
                "calls itself without end",
                "check",
                Reason.INCORRECT,
                code("", "return 1 + of(values);"),
                code(
                        "",
                        "return of(values, 0);} static long of(int[] values, int from) { return from == values.length ? 0"
                                + " : (long) values[from] * values[from] + of(values, from + 1);"));
    }

    /** Does what it may not and then the work: without the guard nobody would see it. */
    private static void guarded(String name, String bad, String good) {
        ALL.add(new Attack(
                name, "build", Reason.GUARD, Set.of(Defence.GUARD), code("", bad + HONEST), code("", good + HONEST)));
    }

    private static void refused(String name, String stage, Reason reason, String source, String twin) {
        ALL.add(new Attack(name, stage, reason, Set.of(), source, twin));
    }

    static String code(String members, String body) {
        return "class Sum {" + members + " static long of(int[] values) {" + body + "} }\n";
    }

    static String honest() {
        return HONEST;
    }

    @Override
    public String toString() {
        return name;
    }
}
