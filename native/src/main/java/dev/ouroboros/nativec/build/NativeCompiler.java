package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.guard.CompiledCode;
import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiler;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Recent;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.nativec.task.NativeTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds candidates in the sandbox, and looks through what came of it before any of it runs. */
public final class NativeCompiler implements Compiler {
    /**
     * Arguments: the compiler, the folder, the result, the candidate's first file, then flags. The start files are left
     * out, since they would add functions that run when the library is loaded. What it prints is each instruction that
     * enters the system, for any reason but a call of a library.
     */
    private static final String SCRIPT = """
            set -e
            cc=$1; folder=$2; result=$3; file=$4; shift 4
            type "$cc" objdump >/dev/null || exit 127
            compile() { "$cc" -std=gnu11 -fPIC -fvisibility=hidden -I "$folder" "$@" 1>&2; }
            compile -include "$folder/declaration.h" "$@" -c "$folder/$file" -o /tmp/kernel.o
            compile -O2 -c "$folder/launch.c" -o /tmp/launch.o
            "$cc" -shared -nostartfiles -Wl,-z,now,-z,relro,-z,noexecstack,-z,separate-code,--no-undefined,--as-needed \\
              /tmp/kernel.o /tmp/launch.o -o /tmp/kernel.so -lm 1>&2
            cat /tmp/kernel.so >"$result"
            objdump -d --no-show-raw-insn /tmp/kernel.so |
              grep -E -m 3 '\t(syscall|sysenter|sysret|int|int1|into|iretq?|hlt|in|out|insb|insl|outsb|outsl|svc|smc|hvc)( |$)' || true
            """;

    private final Toolbox toolbox;
    private final NativeTask task;
    private final Set<Defence> defences;
    private final Recent<NativeCode> done = new Recent<>();

    /**
     * For one task.
     *
     * @param defences those that are on
     */
    public NativeCompiler(Toolbox toolbox, NativeTask task, Set<Defence> defences) {
        this.toolbox = toolbox;
        this.task = task;
        this.defences = Set.copyOf(defences);
    }

    @Override
    public NativeCode compile(Candidate candidate) throws CandidateFailure, InterruptedException {
        NativeCode known = done.get(candidate.digest());
        if (known == null) {
            known = build(candidate, Recipe.of(task, candidate));
            done.put(candidate.digest(), known);
        }
        return known;
    }

    private NativeCode build(Candidate candidate, Recipe recipe) throws CandidateFailure, InterruptedException {
        Map<String, String> files = new LinkedHashMap<>(candidate.sources());
        files.put("declaration.h", Shim.declaration(task));
        files.put("launch.c", Shim.launch(task));
        Path result = null;
        try (BuildFolder folder = BuildFolder.of(files)) {
            result = Files.createTempFile("ouroboros-kernel", ".so");
            List<String> arguments = new ArrayList<>();
            arguments.add(recipe.compiler());
            arguments.add(folder.path().toString());
            arguments.add(result.toString());
            arguments.add(candidate.sources().keySet().iterator().next());
            arguments.addAll(recipe.flags());
            arguments.addAll(recipe.definitions());
            ToolResult said = toolbox.run("compiling", SCRIPT, folder.path(), List.of(result), Map.of(), arguments);
            String log = said.err().replace(folder.path() + "/", "");
            if (!said.succeeded()) {
                throw Blame.rejected(Reason.BUILD, log.isBlank() ? "the compiler ended with " + said.exit() : log);
            }
            byte[] library = Files.readAllBytes(result);
            if (defences.contains(Defence.IMPORTS)) {
                check(library, said.out());
            }
            return new NativeCode(task, candidate, library, log);
        } catch (IOException e) {
            throw new UncheckedIOException("the built kernel cannot be read", e);
        } finally {
            delete(result);
        }
    }

    private void check(byte[] library, String instructions) throws CandidateFailure {
        CompiledCode code = CompiledCode.read(library);
        Set<String> beyond = new TreeSet<>(code.importsBeyond(task.imports()));
        if (!beyond.isEmpty()) {
            throw refused("it calls what its task does not allow: " + String.join(", ", beyond));
        }
        if (code.runsAtLoad()) {
            throw refused("code that runs when it is loaded");
        }
        if (code.writableCode()) {
            throw refused("memory that can be both written and run, as of a function inside a function");
        }
        if (!code.state().isEmpty()) {
            throw refused("variables that keep their values from one call to the next, in "
                    + String.join(", ", new TreeSet<>(code.state())) + ". Maybe make them const, or local");
        }
        if (!instructions.isBlank()) {
            throw refused("instructions that enter the system:\n" + instructions.strip());
        }
    }

    private static CandidateFailure refused(String what) {
        return Blame.rejected(Reason.GUARD, "refused: " + what);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
