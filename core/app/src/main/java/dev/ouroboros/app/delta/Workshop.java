package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.Sandbox;

/** Where one body after the other is edited. */
final class Workshop implements Crew.Hand<Makings.Order> {
    private final MakingMatch match;
    private final Makings makings;
    private final VersionEditors editors;
    private final BodyStand stand;

    Workshop(MakingMatch match, Makings makings, Sandbox sandbox) {
        this.match = match;
        this.makings = makings;
        this.editors = new VersionEditors(match.body(), match.effort(), sandbox);
        this.stand = new BodyStand(match.body(), match.practice(), sandbox);
    }

    @Override
    public void work(Makings.Order order) throws DeltaException, InterruptedException {
        var editor = editors.of(order.version(), order.seed(), order.disguise());
        makings.add(order, Maker.make(match.body(), editor, stand, match.effort(), order.seed()));
    }

    @Override
    public void close() {
        editors.close();
        stand.close();
    }
}
