package dev.ouroboros.java.worker;

import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.Lockdown;
import dev.ouroboros.engine.process.WorkerServer;
import dev.ouroboros.java.data.Drawing;
import dev.ouroboros.java.data.Flat;
import dev.ouroboros.java.worker.Messages.Choices;
import dev.ouroboros.java.worker.Messages.Collect;
import dev.ouroboros.java.worker.Messages.Deal;
import dev.ouroboros.java.worker.Messages.Describe;
import dev.ouroboros.java.worker.Messages.Done;
import dev.ouroboros.java.worker.Messages.Go;
import dev.ouroboros.java.worker.Messages.Lay;
import dev.ouroboros.java.worker.Messages.Load;
import dev.ouroboros.java.worker.Messages.Prepare;
import dev.ouroboros.java.worker.Messages.Results;
import dev.ouroboros.java.worker.Messages.Test;
import dev.ouroboros.java.worker.Messages.Turn;
import dev.ouroboros.java.worker.Messages.Unload;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs candidates. Before the first of them it takes from itself the right to start processes. */
public final class RunnerMain {
    private final URL[] libraries;
    private final Map<Integer, Loaded> slots = new HashMap<>();

    private record Loaded(ClassLoader loader, @Nullable Entry entry, Round round) {
        Entry requireEntry() {
            if (entry == null) {
                throw new IllegalArgumentException("nothing to launch");
            }
            return entry;
        }
    }

    /** The launches of a batch. */
    private static final class Round {
        Object[][] arguments = {};

        @Nullable
        Object[] results = {};

        @Nullable
        Tables tables;
    }

    private RunnerMain(URL[] libraries) {
        this.libraries = libraries;
    }

    /** Serves until the parent ends it; the arguments are {@code lock} or {@code free}, then the libraries. */
    public static void main(String[] arguments) throws IOException {
        var libraries = new URL[arguments.length - 1];
        for (int i = 0; i < libraries.length; i++) {
            libraries[i] = url(arguments[i + 1]);
        }
        var runner = new RunnerMain(libraries);
        if (arguments[0].equals("lock") && Lockdown.install() instanceof Lockdown.Result.Unsupported(String reason)) {
            throw new IllegalStateException("no candidate may run in a process that can start others: " + reason);
        }
        WorkerServer.serve(runner::handle);
    }

    private static URL url(String path) throws MalformedURLException {
        return Path.of(path).toUri().toURL();
    }

    private Frame handle(Frame request) {
        try {
            return answer(request);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Messages.error(String.valueOf(e.getMessage()));
        }
    }

    private Frame answer(Frame request) {
        return switch (request.kind()) {
            case "Describe" -> {
                Messages.read(request, Describe.class);
                yield done(0);
            }
            case "Load" -> load(Messages.read(request, Load.class), request.payload());
            case "Unload" -> {
                slots.remove(Messages.read(request, Unload.class).slot());
                yield done(0);
            }
            case "Prepare" -> prepare(Messages.read(request, Prepare.class));
            case "Go" -> go(slot(Messages.read(request, Go.class).slot()));
            case "Collect" -> collect(Messages.read(request, Collect.class));
            case "Lay" -> {
                Lay lay = Messages.read(request, Lay.class);
                Loaded loaded = slot(lay.slot());
                loaded.round().tables = Tables.lay(loaded.requireEntry(), lay.spaces());
                yield done(0);
            }
            case "Deal" -> {
                Deal deal = Messages.read(request, Deal.class);
                tables(deal.slot()).deal(deal.seeds());
                yield done(0);
            }
            case "Turn" -> {
                Turn turn = Messages.read(request, Turn.class);
                var chosen = tables(turn.slot()).turn(Turns.told(request.payload()));
                yield Messages.frame(new Choices(), Turns.chosen(chosen));
            }
            case "Test" -> {
                Test test = Messages.read(request, Test.class);
                yield Messages.frame(TestRun.of(slot(test.slot()).loader(), test.type()));
            }
            default -> throw new IllegalArgumentException("a runner does not know " + request.kind());
        };
    }

    /** Without the name of an owner the classes are for tests alone. */
    private Frame load(Load load, byte[] packed) {
        var loader = new CandidateLoader(ClassBytes.unpack(packed), libraries);
        Entry entry = load.owner().isEmpty() ? null : Entry.find(loader, load.owner(), load.method(), load.types());
        slots.put(load.slot(), new Loaded(loader, entry, new Round()));
        return done(0);
    }

    private Frame prepare(Prepare prepare) {
        Round round = slot(prepare.slot()).round();
        round.results = new Object[prepare.launches()];
        round.arguments = new Object[prepare.launches()][];
        for (int i = 0; i < prepare.launches(); i++) {
            round.arguments[i] = Drawing.arguments(prepare.draws(), prepare.seed(), prepare.first() + i);
        }
        return done(0);
    }

    private static Frame go(Loaded loaded) {
        Entry entry = loaded.requireEntry();
        Object[][] arguments = loaded.round().arguments;
        @Nullable Object[] results = loaded.round().results;
        long start = System.nanoTime();
        for (int i = 0; i < arguments.length; i++) {
            results[i] = entry.call(arguments[i]);
        }
        return done(System.nanoTime() - start);
    }

    private Frame collect(Collect collect) {
        Round round = slot(collect.slot()).round();
        var full = new HashSet<>(collect.full());
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            Flat.beginList(round.results.length, out);
            for (int i = 0; i < round.results.length; i++) {
                Flat.beginList(1 + round.arguments[i].length, out);
                write(round.results[i], full.contains(i), collect, out);
                for (Object argument : round.arguments[i]) {
                    write(argument, full.contains(i), collect, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Messages.frame(new Results(), bytes.toByteArray());
    }

    private static void write(@Nullable Object value, boolean full, Collect collect, DataOutputStream out)
            throws IOException {
        Object plain = value instanceof Entry.Thrown(String type) ? "threw " + type : value;
        if (full) {
            Flat.write(plain, out);
        } else {
            Flat.writeSpots(plain, collect.spots(), collect.seed(), out);
        }
    }

    private Tables tables(int slot) {
        Tables tables = slot(slot).round().tables;
        if (tables == null) {
            throw new IllegalArgumentException("no space was laid out in slot " + slot);
        }
        return tables;
    }

    private Loaded slot(int number) {
        Loaded loaded = slots.get(number);
        if (loaded == null) {
            throw new IllegalArgumentException("nothing was loaded into slot " + number);
        }
        return loaded;
    }

    private static Frame done(long nanos) {
        return Messages.frame(new Done(nanos));
    }
}
