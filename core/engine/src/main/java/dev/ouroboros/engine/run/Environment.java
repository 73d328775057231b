package dev.ouroboros.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Fingerprint of the machine: what a reader must know to tell whether two measurements can be compared at all. */
final class Environment {
    private Environment() {}

    static Map<String, String> fingerprint() {
        var facts = new TreeMap<String, String>();
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("architecture", System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        fact(facts, "processor", Path.of("/proc/cpuinfo"), "model name");
        fact(facts, "memory", Path.of("/proc/meminfo"), "MemTotal");
        return facts;
    }

    private static void fact(Map<String, String> facts, String name, Path file, String key) {
        if (!Files.isReadable(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.startsWith(key) && line.contains(":"))
                    .findFirst()
                    .ifPresent(line -> facts.put(
                            name, line.substring(line.indexOf(':') + 1).strip()));
        } catch (IOException e) {
            facts.put(name, "unknown (" + e.getMessage() + ")");
        }
    }
}
