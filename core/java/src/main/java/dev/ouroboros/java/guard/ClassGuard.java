package dev.ouroboros.java.guard;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class files of a candidate. It may compute; it may not reach files, processes, threads, clocks, reflection or
 * native code, nor keep what it saw from one launch for the next, unless its seed already did that very thing.
 */
public final class ClassGuard {
    /** Constants, tables, and what the compiler itself makes. */
    private static final Pattern CONSTANT = Pattern.compile(
            "\\[*[IJDFBCSZ]|\\[*Ljava/lang/(String|Integer|Long|Double|Float|Byte|Short|Character|Boolean);"
                    + "|Ljava/lang/invoke/VarHandle;");

    private final Set<String> types = new HashSet<>();
    private final Set<References.Member> members = new HashSet<>();
    private final Set<String> statics = new HashSet<>();
    private final Set<String> project;
    private final Set<String> taken;

    private ClassGuard(Set<String> project, Set<String> taken) {
        this.project = project;
        this.taken = taken;
    }

    /**
     * Learns what the seed does.
     *
     * @param editable its class files that come from editable files, by binary name
     * @param others names of the other classes of the task
     * @param libraries names of the classes of its libraries
     */
    public static ClassGuard of(Map<String, byte[]> editable, Set<String> others, Set<String> libraries) {
        Set<String> taken = new HashSet<>(others);
        taken.addAll(libraries);
        Set<String> project = new HashSet<>(others);
        project.addAll(editable.keySet());
        var guard = new ClassGuard(project, taken);
        editable.values().forEach(bytes -> {
            ClassModel model = ClassFile.of().parse(bytes);
            guard.types.addAll(References.types(model));
            guard.members.addAll(References.members(model));
            model.fields().stream().filter(ClassGuard::isStatic).forEach(field -> guard.statics.add(key(model, field)));
        });
        return guard;
    }

    /**
     * Returns what a candidate does that it may not, or null.
     *
     * @param editable its class files that come from editable files
     */
    public @Nullable String complaint(Map<String, byte[]> editable) {
        Set<String> own = new HashSet<>(project);
        own.addAll(editable.keySet());
        for (var each : new TreeMap<>(editable).entrySet()) {
            String complaint = taken.contains(each.getKey())
                    ? "takes the place of a class that is not its own"
                    : complaint(ClassFile.of().parse(each.getValue()), own);
            if (complaint != null) {
                return each.getKey() + " " + complaint;
            }
        }
        return null;
    }

    private @Nullable String complaint(ClassModel model, Set<String> own) {
        for (String type : References.types(model)) {
            if (!types.contains(type) && !own.contains(type.replace('/', '.')) && !Allowed.type(type)) {
                return "refers to " + type.replace('/', '.') + ", which candidates may not use";
            }
        }
        for (References.Member member : References.members(model)) {
            boolean platform = !own.contains(member.owner().replace('/', '.'));
            if (platform
                    && !members.contains(member)
                    && !Allowed.member(member.owner(), member.name(), member.descriptor())) {
                return "uses " + member + ", which candidates may not";
            }
            // A method of Object may be called on any type.
            if (!platform && Inherited.NEVER.contains(member.name() + member.descriptor())) {
                return "uses " + member + ", which candidates may not";
            }
        }
        for (MethodModel method : model.methods()) {
            if (method.flags().has(AccessFlag.NATIVE)) {
                return "has the native method " + method.methodName();
            }
            if (method.methodName().equalsString("finalize")
                    && method.methodType().equalsString("()V")) {
                return "has a finalizer, which runs in another thread";
            }
        }
        return staticState(model);
    }

    private @Nullable String staticState(ClassModel model) {
        boolean enumeration = model.flags().has(AccessFlag.ENUM);
        for (FieldModel field : model.fields()) {
            boolean made = field.flags().has(AccessFlag.SYNTHETIC)
                    || (enumeration && field.flags().has(AccessFlag.ENUM));
            boolean constant = field.flags().has(AccessFlag.FINAL)
                    && CONSTANT.matcher(field.fieldType().stringValue()).matches();
            if (isStatic(field) && !made && !constant && !statics.contains(key(model, field))) {
                return "keeps the static field " + field.fieldName()
                        + ": nothing may live from one launch to the next but constants and tables of numbers or strings";
            }
        }
        return null;
    }

    private static boolean isStatic(FieldModel field) {
        return field.flags().has(AccessFlag.STATIC);
    }

    private static String key(ClassModel model, FieldModel field) {
        return model.thisClass().asInternalName() + "." + field.fieldName() + field.fieldType()
                + (field.flags().has(AccessFlag.FINAL) ? " final" : "");
    }

    /** What every object has and candidates may not use. */
    private static final class Inherited {
        static final Set<String> NEVER = Set.of("wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");
    }
}
