package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.nativec.guard.Flags;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one candidate is compiled.
 *
 * @param compiler {@code gcc} or {@code clang}
 * @param flags that change how code is generated
 * @param definitions the parameters that are no flags, as {@code -DNAME=value}
 */
record Recipe(String compiler, List<String> flags, List<String> definitions) {
    private static final Set<String> COMPILERS = Set.of("gcc", "clang");

    Recipe {
        flags = List.copyOf(flags);
        definitions = List.copyOf(definitions);
    }

    /**
     * Puts the candidate's parameters into the task's compiler and flags.
     *
     * @throws CandidateFailure if that gives another compiler, or a flag that is not known
     */
    static Recipe of(NativeTask task, Candidate candidate) throws CandidateFailure {
        String compiler = Template.filled(task.compiler(), candidate.parameters());
        if (!COMPILERS.contains(compiler)) {
            throw refused("the compiler is '" + compiler + "'; expected gcc or clang");
        }
        Set<String> used = new TreeSet<>(Template.names(task.compiler()));
        List<String> flags = new ArrayList<>();
        for (String template : task.flags()) {
            used.addAll(Template.names(template));
            String flag = Template.filled(template, candidate.parameters());
            if (!flag.isEmpty() && !Flags.known(flag)) {
                throw refused("the flag '" + flag + "' is not among those that only change how code is generated");
            }
            if (!flag.isEmpty()) {
                flags.add(flag);
            }
        }
        List<String> definitions = candidate.definitions().stream()
                .filter(definition -> used.stream().noneMatch(name -> definition.startsWith("-D" + name + "=")))
                .toList();
        return new Recipe(compiler, flags, definitions);
    }

    private static CandidateFailure refused(String message) {
        return Blame.rejected(Reason.BUILD, message);
    }
}
