package io.redress.routing.domain.knowledge;

import java.time.Instant;
import java.util.List;

/** What is known at the moment. */
public interface KnownProblems {
    /** Nothing is known. */
    KnownProblems NONE = (_, _) -> List.of();

    /** All that the complaint may be about, the most specific first. */
    List<ProblemMatch> matching(Symptoms symptoms, Instant now);
}
