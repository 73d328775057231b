package dev.ouroboros.java.operator;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a task's own classes take and return, read off the class files of its seed: the interface that new code can
 * be made of. Methods whose types have wildcards, variables or arrays are left out, and so are static ones.
 */
public final class Signatures {
    private final Map<String, List<Method>> methods;

    private Signatures(Map<String, List<Method>> methods) {
        this.methods = methods;
    }

    /**
     * A type.
     *
     * @param name with its package; of a primitive type as Java spells it
     */
    record ValueType(String name, List<ValueType> arguments) {
        private static final Set<String> LISTS = Set.of("java.util.List", "java.util.ArrayList");

        static final ValueType RANDOM = new ValueType("java.util.random.RandomGenerator", List.of());

        ValueType {
            arguments = List.copyOf(arguments);
        }

        /** Returns what a list holds, or null if it is no list. */
        @Nullable
        ValueType element() {
            return LISTS.contains(name) && arguments.size() == 1 ? arguments.getFirst() : null;
        }

        String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** Returns the package, where no class is nested in another. */
        String packageName() {
            return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
        }
    }

    /** A method of an object. */
    record Method(String name, List<ValueType> parameters, ValueType result, boolean isPublic) {
        Method {
            parameters = List.copyOf(parameters);
        }
    }

    /** Reads class files by binary name. */
    public static Signatures of(Map<String, byte[]> classes) {
        Map<String, List<Method>> methods = new TreeMap<>();
        new TreeMap<>(classes).forEach((name, bytes) -> {
            ClassModel model = ClassFile.of().parse(bytes);
            if (!model.flags().has(AccessFlag.SYNTHETIC)) {
                methods.put(name.replace('$', '.'), methods(model, model.flags().has(AccessFlag.PUBLIC)));
            }
        });
        return new Signatures(methods);
    }

    private static List<Method> methods(ClassModel model, boolean isPublic) {
        List<Method> methods = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            var flags = method.flags();
            if (flags.has(AccessFlag.STATIC)
                    || flags.has(AccessFlag.SYNTHETIC)
                    || flags.has(AccessFlag.PRIVATE)
                    || method.methodName().stringValue().startsWith("<")) {
                continue;
            }
            MethodSignature signature = method.findAttribute(Attributes.signature())
                    .map(attribute -> attribute.asMethodSignature())
                    .orElseGet(() -> MethodSignature.of(method.methodTypeSymbol()));
            ValueType result = type(signature.result());
            List<ValueType> parameters = new ArrayList<>();
            for (Signature argument : signature.arguments()) {
                ValueType type = type(argument);
                if (type != null) {
                    parameters.add(type);
                }
            }
            if (result != null && parameters.size() == signature.arguments().size()) {
                methods.add(new Method(
                        method.methodName().stringValue(),
                        parameters,
                        result,
                        isPublic && flags.has(AccessFlag.PUBLIC)));
            }
        }
        return methods;
    }

    private static @Nullable ValueType type(Signature signature) {
        return switch (signature) {
            case Signature.BaseTypeSig base ->
                new ValueType(
                        ClassDesc.ofDescriptor(String.valueOf(base.baseType())).displayName(), List.of());
            case Signature.ClassTypeSig type -> {
                List<ValueType> arguments = new ArrayList<>();
                for (Signature.TypeArg argument : type.typeArgs()) {
                    ValueType exact = argument instanceof Signature.TypeArg.Bounded bounded
                                    && bounded.wildcardIndicator() == Signature.TypeArg.Bounded.WildcardIndicator.NONE
                            ? type(bounded.boundType())
                            : null;
                    if (exact == null) {
                        yield null;
                    }
                    arguments.add(exact);
                }
                String owner = type.classDesc().packageName();
                String name = type.classDesc().displayName().replace('$', '.');
                yield new ValueType(owner.isEmpty() ? name : owner + "." + name, arguments);
            }
            default -> null;
        };
    }

    /** Returns whether a type is one of the task's own. */
    boolean isOwn(ValueType type) {
        return methods.containsKey(type.name());
    }

    /** Returns the methods of a type that code of some package may call, in the order of the class; none if it is not the task's own. */
    List<Method> methods(ValueType type, String from) {
        return methods.getOrDefault(type.name(), List.of()).stream()
                .filter(method -> method.isPublic() || type.packageName().equals(from))
                .toList();
    }

    /** Returns the method of that name with so many parameters; null if there is none, or several return different types. */
    @Nullable
    Method method(ValueType type, String name, int parameters) {
        List<Method> found = methods.getOrDefault(type.name(), List.of()).stream()
                .filter(method ->
                        method.name().equals(name) && method.parameters().size() == parameters)
                .toList();
        boolean clear = found.stream().map(Method::result).distinct().count() == 1;
        return clear ? found.getFirst() : null;
    }

    /** Returns the task's own type of that name, with its package. */
    @Nullable
    ValueType own(String name) {
        return methods.containsKey(name) ? new ValueType(name, List.of()) : null;
    }
}
