package dev.ouroboros.benchmarks.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What may know what. A new module gets its line in {@link #MAY_USE}. */
final class Rules {

    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("engine", Set.of()),
            Map.entry("agent", Set.of("engine")),
            Map.entry("cfamily", Set.of("engine")),
            Map.entry("java", Set.of("engine")),
            Map.entry("kernels", Set.of("engine", "cfamily")),
            Map.entry("nativec", Set.of("engine", "cfamily")),
            Map.entry("hdl", Set.of("engine")),
            Map.entry("sim", Set.of("engine", "hdl")),
            Map.entry("fpga", Set.of("engine", "hdl")),
            Map.entry("app", Set.of("engine", "agent")),
            Map.entry(
                    "benchmarks",
                    Set.of("engine", "agent", "cfamily", "java", "kernels", "nativec", "hdl", "sim", "fpga", "app")));

    static final ArchRule ENGINE_HAS_NO_CYCLES =
            slices().matching("dev.ouroboros.engine.(*)..").should().beFreeOfCycles();

    static final ArchRule ENGINE_KNOWS_NO_SCREEN_AND_NO_DEVICE = noClasses()
            .that()
            .resideInAPackage("dev.ouroboros.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "picocli..",
                    "me.tongfei..",
                    "org.jline..",
                    "org.jocl..",
                    "dev.langchain4j..",
                    "io.modelcontextprotocol..");

    private Rules() {}

    static ArchRule livesInItsOwnPackage(String module) {
        return classes().should().resideInAPackage("dev.ouroboros." + module + "..");
    }

    static ArchRule usesOnlyWhatItMay(String module) {
        Set<String> others = MAY_USE.get(module);
        if (others == null) {
            throw new AssertionError("The module '" + module + "' has no line in Rules.MAY_USE. "
                    + "Expected the names of the modules that it may use at compile time.");
        }
        String[] allowed = Stream.concat(Stream.of(module), others.stream())
                .map(name -> "dev.ouroboros." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("dev.ouroboros." + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage("dev.ouroboros..")));
    }
}
