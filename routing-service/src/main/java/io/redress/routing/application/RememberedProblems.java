package io.redress.routing.application;

import io.redress.routing.domain.knowledge.KnownProblems;
import io.redress.routing.domain.knowledge.ProblemIndex;
import io.redress.routing.domain.knowledge.ProblemMarks;
import io.redress.routing.domain.knowledge.ProblemMatch;
import io.redress.routing.domain.knowledge.RecordedProblem;
import io.redress.routing.domain.knowledge.Symptoms;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The open known problems as this instance knows them, see {@link WatchProblems}. */
public final class RememberedProblems implements KnownProblems {
    private final Map<String, ProblemMarks> open = new HashMap<>();
    private volatile ProblemIndex index = new ProblemIndex(List.of());
    private volatile int size;

    @Override
    public List<ProblemMatch> matching(Symptoms symptoms, Instant now) {
        return index.matching(symptoms, now);
    }

    /** How many are open, as far as this instance knows. */
    public int size() {
        return size;
    }

    /** These and no others are open. */
    synchronized void replace(Collection<RecordedProblem> all) {
        Set<String> ids = all.stream().map(RecordedProblem::id).collect(Collectors.toUnmodifiableSet());
        open.keySet().retainAll(ids);
        update(all);
    }

    /** These were looked at again; the others are as they were. */
    synchronized void update(Collection<RecordedProblem> seen) {
        boolean changed = false;
        for (RecordedProblem problem : seen) {
            changed |= problem.isOpen() ? remember(problem) : open.remove(problem.id()) != null;
        }
        if (changed || size != open.size()) {
            index = new ProblemIndex(open.values());
            size = open.size();
        }
    }

    private boolean remember(RecordedProblem problem) {
        ProblemMarks before = open.get(problem.id());
        if (before != null && before.recorded().changedAt().equals(problem.changedAt())) {
            return false;
        }
        open.put(problem.id(), ProblemMarks.of(problem));
        return true;
    }
}
