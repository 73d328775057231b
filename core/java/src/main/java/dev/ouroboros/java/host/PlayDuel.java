package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.java.build.Built;
import java.util.Set;
import java.util.TreeSet;

/** Two searches, each in a fresh worker. */
final class PlayDuel implements Duel {
    private static final int USUAL_PAIRS = 50;
    private static final int SECRET_PAIRS = 3;

    private final Runner one;
    private final Runner other;
    private final PlayBout bout;
    private final Set<Integer> audits;
    private int pair = -1;

    private PlayDuel(Runner one, Runner other, PlayBout bout, Set<Integer> audits) {
        this.one = one;
        this.other = other;
        this.bout = bout;
        this.audits = audits;
    }

    static PlayDuel open(Workshop workshop, Built first, Built second) throws CandidateFailure, InterruptedException {
        Runner one = Runner.start(workshop.sandbox(), workshop.task());
        Runner other = null;
        boolean open = false;
        try {
            other = Runner.start(workshop.sandbox(), workshop.task());
            PlayBout bout = PlayBout.open(workshop, one, first, other, second, USUAL_PAIRS);
            Set<Integer> audits = new TreeSet<>(Set.of(USUAL_PAIRS - 1));
            while (audits.size() < SECRET_PAIRS) {
                audits.add(workshop.secret().nextInt(USUAL_PAIRS));
            }
            open = true;
            return new PlayDuel(one, other, bout, audits);
        } finally {
            if (!open) {
                one.close();
                if (other != null) {
                    other.close();
                }
            }
        }
    }

    /** The last pair of a block of the usual length is audited in any case, for that is when there is most to remember. */
    @Override
    public void nextPair() {
        pair++;
        bout.next(audits.contains(pair));
    }

    @Override
    public Sample run(Side side) throws CandidateFailure, InterruptedException {
        return bout.run(side);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
