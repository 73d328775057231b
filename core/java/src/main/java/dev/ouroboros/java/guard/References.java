package dev.ouroboros.java.guard;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;

/** What a class file refers to. */
final class References {
    private References() {}

    /** Returns the internal names of classes, arrays by that of their elements. */
    static Set<String> types(ClassModel model) {
        Set<String> types = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                String element = element(type.asInternalName());
                if (!element.isEmpty()) {
                    types.add(element);
                }
            }
        }
        return types;
    }

    /** A member of a class. */
    record Member(String owner, String name, String descriptor) {
        @Override
        public String toString() {
            return owner.replace('/', '.') + "." + name;
        }
    }

    /** Returns the members it uses; those of arrays count as those of objects. */
    static Set<Member> members(ClassModel model) {
        Set<Member> members = new java.util.LinkedHashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member) {
                String owner = member.owner().asInternalName();
                members.add(new Member(
                        owner.startsWith("[") ? "java/lang/Object" : owner,
                        member.name().stringValue(),
                        member.type().stringValue()));
            }
        }
        return members;
    }

    /** Of primitives there is nothing to name. */
    private static String element(String internal) {
        if (!internal.startsWith("[")) {
            return internal;
        }
        String element = internal.substring(internal.lastIndexOf('[') + 1);
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
    }
}
