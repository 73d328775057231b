package dev.ouroboros.java.guard;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What others can see of some classes.
 *
 * @param members a line for each class and each member that is not private
 */
public record Interface(Set<String> members) {
    private static final String VALUE = " = ";
    private static final int ACCESS = 0x0001 | 0x0004 | 0x0008 | 0x0010 | 0x0400;

    /** Reads class files. */
    public static Interface of(Map<String, byte[]> classes) {
        Set<String> members = new TreeSet<>();
        classes.values().forEach(bytes -> read(ClassFile.of().parse(bytes), members));
        return new Interface(members);
    }

    private static void read(ClassModel model, Set<String> members) {
        String name = model.thisClass().asInternalName().replace('/', '.');
        if (name.matches(".*\\$\\d.*")) {
            return;
        }
        String parents = model.superclass().map(each -> each.asInternalName()).orElse("") + " "
                + model.interfaces().stream()
                        .map(each -> each.asInternalName())
                        .sorted()
                        .toList();
        members.add("class " + name + " extends " + parents);
        for (FieldModel field : model.fields()) {
            if (isSeen(field.flags().has(AccessFlag.PRIVATE), field.flags().has(AccessFlag.SYNTHETIC))) {
                ConstantValueAttribute constant =
                        field.findAttribute(Attributes.constantValue()).orElse(null);
                members.add(name + "." + field.fieldName() + " " + field.fieldType() + " "
                        + (field.flags().flagsMask() & ACCESS)
                        + (constant == null ? "" : VALUE + constant.constant().constantValue()));
            }
        }
        for (MethodModel method : model.methods()) {
            if (isSeen(method.flags().has(AccessFlag.PRIVATE), method.flags().has(AccessFlag.SYNTHETIC))
                    && !method.methodName().equalsString("<clinit>")) {
                members.add(name + "." + method.methodName() + method.methodType() + " "
                        + (method.flags().flagsMask() & ACCESS));
            }
        }
    }

    private static boolean isSeen(boolean isPrivate, boolean synthetic) {
        return !isPrivate && !synthetic;
    }

    /** Returns what of this the other lacks, or null; constants may have other values. */
    public @Nullable String missingIn(Interface other) {
        Set<String> there = other.members.stream().map(Interface::withoutValue).collect(Collectors.toSet());
        return members.stream()
                .map(Interface::withoutValue)
                .filter(member -> !there.contains(member))
                .findFirst()
                .orElse(null);
    }

    private static String withoutValue(String member) {
        int value = member.indexOf(VALUE);
        return value < 0 ? member : member.substring(0, value);
    }
}
