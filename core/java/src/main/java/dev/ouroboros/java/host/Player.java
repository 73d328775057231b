package dev.ouroboros.java.host;

import dev.ouroboros.engine.arena.Board;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.worker.Turns.Chosen;
import dev.ouroboros.java.worker.Turns.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A search in front of some spaces. What they are worth stays here: it is told what the points that it tries gave. */
final class Player {
    private final Workshop workshop;
    private final Runner runner;
    private final int slot;
    private final List<Veil> veils;

    private Player(Workshop workshop, Runner runner, int slot, List<Veil> veils) {
        this.workshop = workshop;
        this.runner = runner;
        this.slot = slot;
        this.veils = List.copyOf(veils);
    }

    /**
     * A play that is over.
     *
     * @param choices all of them, as the candidate sees points
     * @param gap see {@link Board.Round#gap}
     */
    record Played(List<List<Integer>> choices, double gap) {
        Played {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Returns all spaces of the task, so many times, each time behind veils that nobody saw before. A search that begins at an end of
     * an axis is lucky behind one veil and not behind another.
     */
    static List<Veil> veils(Workshop workshop, int times) {
        boolean veiled = workshop.defences().contains(Defence.VEILED_SPACES);
        return Stream.generate(workshop.task()::boards)
                .limit(times)
                .flatMap(List::stream)
                .map(board -> veiled ? Veil.drawn(board, workshop.secret()) : Veil.none(board))
                .toList();
    }

    /** Loads a candidate into a slot and lays out the spaces. */
    static Player seat(Workshop workshop, Runner runner, Built built, int slot, List<Veil> veils)
            throws CandidateFailure, InterruptedException {
        runner.load(slot, workshop.task(), workshop.task().method(), built.classes());
        runner.lay(slot, veils.stream().map(Veil::space).toList());
        return new Player(workshop, runner, slot, veils);
    }

    /** Plays once for each seed, the first on the first space, the next on the next, and over again. */
    List<Played> play(List<Long> seeds) throws CandidateFailure, InterruptedException {
        List<Game> games = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            games.add(new Game(veils.get(i % veils.size())));
        }
        runner.deal(slot, seeds);
        Duration patience = workshop.task().patience();
        long end = System.nanoTime() + patience.toNanos();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < games.size(); i++) {
            told.add(new Told(i, Double.NaN, Double.NaN));
        }
        while (!told.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new CandidateFailure(new Outcome.TimedOut("plays took more than " + patience.toSeconds() + " s"));
            }
            List<Told> next = new ArrayList<>();
            for (Chosen chosen : runner.turn(slot, told, Duration.ofNanos(left))) {
                if (games.get(chosen.play()).choose(chosen.indexes())) {
                    next.add(games.get(chosen.play()).told(chosen.play()));
                }
            }
            told = next;
        }
        return games.stream().map(Game::played).toList();
    }

    /** A play that goes on. */
    private static final class Game {
        private final Veil veil;
        private final Board.Round round;
        private final List<List<Integer>> choices = new ArrayList<>();
        private final Set<Point> tried = new HashSet<>();
        private dev.ouroboros.engine.arena.Told last = new dev.ouroboros.engine.arena.Told(Double.NaN, Double.NaN);

        Game(Veil veil) {
            this.veil = veil;
            this.round = veil.board().begin();
        }

        /** Tries a choice; returns whether the play goes on. */
        boolean choose(List<Integer> indexes) throws CandidateFailure {
            if (indexes.isEmpty()) {
                return false;
            }
            Point point = veil.meant(indexes);
            if (point == null) {
                throw Blame.rejected(Reason.INCORRECT, "a play chose a point that does not exist: " + indexes);
            }
            if (!tried.add(point)) {
                throw Blame.rejected(Reason.INCORRECT, "a play chose a point for the second time: " + indexes);
            }
            choices.add(List.copyOf(indexes));
            last = round.tried(point);
            return !round.isOver();
        }

        Told told(int play) {
            return new Told(play, last.logGain(), last.seconds());
        }

        Played played() {
            return new Played(choices, round.gap());
        }
    }
}
