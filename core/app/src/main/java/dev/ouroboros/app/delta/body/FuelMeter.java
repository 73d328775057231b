package dev.ouroboros.app.delta.body;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.TreeMap;

/** Lets class files burn {@link Fuel} while they run. */
final class FuelMeter {
    private static final ClassDesc FUEL = ClassDesc.of(Fuel.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private FuelMeter() {}

    /** Returns class files that do the same and burn fuel at each branch and each start of a method. */
    static Map<String, byte[]> on(Map<String, byte[]> classes) {
        var hierarchy = ClassHierarchyResolver.ofResourceParsing(type -> {
                    var bytes = classes.get(name(type));
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
        var format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        var metered = new TreeMap<String, byte[]>();
        classes.forEach((name, bytes) -> metered.put(
                name,
                format.transformClass(
                        format.parse(bytes),
                        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Meter::new)))));
        return metered;
    }

    private static String name(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private static final class Meter implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            burn(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof BranchInstruction) {
                burn(code);
            }
            code.with(element);
        }

        private static void burn(CodeBuilder code) {
            code.invokestatic(FUEL, "burn", NOTHING);
        }
    }
}
