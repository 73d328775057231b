package dev.ouroboros.agent.model;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.ouroboros.agent.config.ConfigException;
import dev.ouroboros.agent.config.ModelSpec;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** A GGUF file in this process, by llama.cpp. Its code is native: a file that is broken on purpose can end the process. */
final class GgufModel implements LanguageModel {
    private final LlamaModel model;
    private final Duration timeout;

    private GgufModel(LlamaModel model, Duration timeout) {
        this.model = model;
        this.timeout = timeout;
    }

    static GgufModel open(Path file, ModelSpec spec) throws ConfigException {
        if (!Files.isReadable(file)) {
            throw new ConfigException("model " + spec.name() + ": there is no readable file " + file
                    + "\nName a GGUF file with file = .");
        }
        try {
            LlamaLibrary.load();
            var parameters = new ModelParameters()
                    .setModel(file.toString())
                    .setCtxSize(spec.contextTokens())
                    .disableLog()
                    .setThreads(Math.max(1, Runtime.getRuntime().availableProcessors()));
            return new GgufModel(new LlamaModel(parameters), spec.timeout());
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            // Its own exception is not public.
            throw new ConfigException(
                    "model " + spec.name() + ": llama.cpp cannot open " + file + ": " + e.getMessage());
        }
    }

    @Override
    public Answer ask(Question question) throws ModelFailure, InterruptedException {
        var system = new StringBuilder();
        var turns = new ArrayList<Pair<String, String>>();
        for (var turn : question.turns()) {
            switch (turn.role()) {
                case SYSTEM -> system.append(turn.text());
                case USER -> turns.add(new Pair<>("user", turn.text()));
                case MODEL -> turns.add(new Pair<>("assistant", turn.text()));
            }
        }
        var messages = new InferenceParameters("").setMessages(system.toString(), turns);
        var prompt = model.applyTemplate(messages);
        int input = model.encode(prompt).length;
        var parameters = new InferenceParameters(prompt)
                .setNPredict(question.maxOutputTokens())
                .setTemperature((float) question.temperature())
                // Its cache of the last prompt makes it answer questions that nobody asked.
                .setCachePrompt(false);
        if (!question.editable().isEmpty()) {
            parameters.setGrammar(Grammar.of(question.editable()));
        }
        var text = generate(parameters);
        return new Answer(text, input, model.encode(text).length);
    }

    private String generate(InferenceParameters parameters) throws ModelFailure, InterruptedException {
        var text = new StringBuilder();
        long until = System.nanoTime() + timeout.toNanos();
        var tokens = model.generate(parameters).iterator();
        try {
            while (tokens.hasNext()) {
                text.append(tokens.next());
                if (Thread.interrupted()) {
                    tokens.cancel();
                    throw new InterruptedException("interrupted while a model was asked");
                }
                if (System.nanoTime() > until) {
                    tokens.cancel();
                    throw new ModelFailure(
                            Kind.TIMEOUT, "no whole answer within " + timeout.toSeconds() + " s", null, text.length());
                }
            }
        } catch (RuntimeException e) {
            // Its own exception is not public.
            throw new ModelFailure(Kind.GARBLED, "llama.cpp failed: " + e.getMessage(), null, text.length());
        }
        return text.toString();
    }

    @Override
    public void close() {
        model.close();
    }
}
