package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays what is missing, several at a time. What a play gives does not depend on when it is played or beside what.
 *
 * @param parallel plays at a time
 */
record Plays(Traces traces, Sandbox sandbox, int parallel) {

    /** One play that is wanted. */
    record Order(Side side, HeldOut task, int seed) {}

    /**
     * Sees to it that all are played.
     *
     * @throws InterruptedException when this thread is interrupted; what was played is kept
     */
    void fulfil(List<Order> orders, Crew.Progress progress) throws DeltaException, InterruptedException {
        var missing = orders.stream()
                .filter(order -> traces.of(order.side(), order.task(), order.seed()) == null)
                .distinct()
                .toList();
        new Crew(parallel).work(missing, Table::new, progress);
    }

    /** Where one play after the other is played. */
    private final class Table implements Crew.Hand<Order> {
        private final VersionPlayers players = new VersionPlayers(sandbox);
        private final Map<String, BodyStand> stands = new HashMap<>();

        @Override
        public void work(Order order) throws DeltaException, InterruptedException {
            traces.add(order.side(), order.task(), order.seed(), play(order));
        }

        private Trace play(Order order) throws DeltaException, InterruptedException {
            var task = order.task();
            return switch (order.side()) {
                case Side.Frozen(var version, var disguise) ->
                    Referee.play(task, disguise.charge(), players.of(version, task, order.seed(), disguise));
                case Side.Edited(var body, var its) ->
                    Referee.play(task, 1, stand(its).of(body, task, order.seed()));
                case Side.Yardstick.RANDOM -> Referee.play(task, 1, new RandomChooser(task, task.random(order.seed())));
                case Side.Yardstick.GREEDY -> Referee.play(task, 1, new GreedyChooser(task, task.random(order.seed())));
            };
        }

        private BodyStand stand(BodyTask its) {
            return stands.computeIfAbsent(its.digest(), _ -> new BodyStand(its, List.of(), sandbox));
        }

        @Override
        public void close() {
            players.close();
            stands.values().forEach(BodyStand::close);
        }
    }
}
