package dev.ouroboros.engine.propose;

/** An offline proposer gives the same answer again, so it has nothing to take down. */
final class ClosedNotebook implements Notebook {
    @Override
    public void exchange(Exchange exchange) {
        throw new IllegalStateException("an offline proposer asked a model: " + exchange.proposer());
    }

    @Override
    public void note(String text) {
        throw new IllegalStateException("an offline proposer took a note: " + text);
    }

    @Override
    public void askConfirmation(String candidate) {
        throw new IllegalStateException("an offline proposer asked to confirm " + candidate);
    }
}
