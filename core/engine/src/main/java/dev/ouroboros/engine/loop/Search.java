package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Observation.Ruling;
import dev.ouroboros.engine.propose.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What the search has seen. Persistent collections keep a step as cheap at the hundred-thousandth candidate as at the
 * first.
 *
 * @param versions every artifact ever proposed, by digest
 * @param history what proposers may know, the baseline first
 * @param refusals the latest that were refused before they cost an evaluation
 * @param pending proposals of the current batch that were not evaluated yet, in order
 * @param pool the best contestants that were not confirmed yet, best first
 * @param end why the search ended; null while it goes on
 * @param asked the candidate somebody asked to confirm; null if none
 */
record Search(
        PMap<String, Known> versions,
        PVector<Observation> history,
        List<Refused> refusals,
        List<Pending> pending,
        List<Contestant> pool,
        SearchEnded.@Nullable Why end,
        @Nullable String asked) {

    /** Who proposes learns from the latest mistakes; all of them are in the archive. */
    private static final int REFUSALS = 32;

    /** More than this many are never confirmed anyway. */
    private static final int POOL = 16;

    static final Search NOTHING =
            new Search(HashTreePMap.empty(), TreePVector.empty(), List.of(), List.of(), List.of(), null, null);

    Search knowing(Known known) {
        return new Search(versions.plus(known.version().digest(), known), history, refusals, pending, pool, end, asked);
    }

    /** Takes up a batch; a proposal's artifact is known from here on, so that nobody proposes it again. */
    Search pending(List<Pending> batch) {
        var known = versions;
        for (var next : batch) {
            var parent = known(next.proposal().parents().getFirst());
            known = known.plus(next.version().digest(), parent.child(next.proposal(), next.version()));
        }
        return new Search(known, history, refusals, List.copyOf(batch), pool, end, asked);
    }

    Search refusing(List<Refused> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(refusals);
        all.addAll(more);
        var latest = List.copyOf(all.subList(Math.max(0, all.size() - REFUSALS), all.size()));
        return new Search(versions, history, latest, pending, pool, end, asked);
    }

    Search observed(Observation observation) {
        return new Search(versions, history.plus(observation), refusals, pending, pool, end, asked);
    }

    Search withoutFirstPending() {
        return new Search(versions, history, refusals, pending.subList(1, pending.size()), pool, end, asked);
    }

    Search pooled(Contestant contestant) {
        var best = new ArrayList<>(pool);
        best.add(contestant);
        best.sort(Comparator.comparingDouble(Contestant::logGain).reversed());
        return new Search(
                versions,
                history,
                refusals,
                pending,
                List.copyOf(best.subList(0, Math.min(POOL, best.size()))),
                end,
                asked);
    }

    Search withoutPooled(String digest) {
        var rest = pool.stream()
                .filter(contestant -> !contestant.version().digest().equals(digest))
                .toList();
        return new Search(versions, history, refusals, pending, rest, end, asked);
    }

    /** Puts what confirmation measured in the place of what the screen had guessed. */
    Search corrected(int index, double logGain, Ruling ruling, List<StageResult> checks) {
        var truer = history.get(index).ruled(logGain, ruling, checks);
        return new Search(versions, history.with(index, truer), refusals, pending, pool, end, asked);
    }

    Search ended(SearchEnded.Why why) {
        return new Search(versions, history, refusals, pending, pool, why, asked);
    }

    Search asking(@Nullable String candidate) {
        return new Search(versions, history, refusals, pending, pool, end, candidate);
    }

    /** Returns what somebody asked to confirm; null if nobody did, or it cannot be confirmed. */
    @Nullable
    String askedInPool() {
        return pool.stream()
                .map(contestant -> contestant.version().digest())
                .filter(digest -> digest.equals(asked))
                .findFirst()
                .orElse(null);
    }

    Known known(String digest) {
        var known = versions.get(digest);
        if (known == null) {
            throw new IllegalStateException("the run has never heard of artifact " + digest);
        }
        return known;
    }

    Contestant pooledOf(String digest) {
        return pool.stream()
                .filter(contestant -> contestant.version().digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(digest + " is not in the pool"));
    }
}
