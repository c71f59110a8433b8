package io.redress.department.domain;

import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promises that follow each other: a department can only go on when another one has helped it, or a step of a solution only
 * begins when the one before is done.
 *
 * @param stages in the order in which they are done; at least two, the last of them still to be kept
 */
record Chain(List<Stage> stages) {
    Chain {
        stages = List.copyOf(stages);
    }

    /**
     * A promise in a chain.
     *
     * @param begins when it can begin: when it is asked for, and the stage before is done or promised
     */
    record Stage(Request request, Commitment commitment, Instant begins) {
        /** When the next one can begin. */
        Instant ends() {
            Commitment.End end = commitment.end();
            return end == null ? commitment.dueAt() : end.at();
        }
    }

    List<RequestId> requests() {
        return stages.stream().map(it -> it.commitment().requestId()).toList();
    }

    /** All of a case. */
    static List<Chain> of(DepartmentCase state) {
        List<Chain> chains = new ArrayList<>();
        helps(state).forEach(it -> add(chains, state, it));
        add(chains, state, steps(state));
        return chains;
    }

    private static void add(List<Chain> chains, DepartmentCase state, List<Commitment> promises) {
        if (promises.size() < 2 || promises.getLast().hasEnded()) {
            return;
        }
        List<Stage> stages = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Commitment promise :
                promises.subList(Math.max(0, promises.size() - MarginsStacked.MOST_STAGES), promises.size())) {
            Request request = state.request(promise.requestId());
            if (request != null) {
                Instant raised = request.ask().raisedAt();
                Stage stage = new Stage(request, promise, raised.isAfter(before) ? raised : before);
                stages.add(stage);
                before = stage.ends();
            }
        }
        chains.add(new Chain(stages));
    }

    /** From each promise that waits for no other one up to the request that all the help is for. */
    private static List<List<Commitment>> helps(DepartmentCase state) {
        List<List<Commitment>> paths = new ArrayList<>();
        Set<RequestId> inside = new HashSet<>();
        for (Request request : state.requests()) {
            List<Commitment> path = path(state, request.ask().id());
            if (!path.isEmpty()
                    && path.getFirst().requestId().equals(request.ask().id())) {
                paths.add(path);
                path.stream().skip(1).map(Commitment::requestId).forEach(inside::add);
            }
        }
        paths.removeIf(it -> inside.contains(it.getFirst().requestId()));
        return paths;
    }

    private static List<Commitment> path(DepartmentCase state, RequestId from) {
        List<Commitment> path = new ArrayList<>();
        Set<RequestId> seen = new HashSet<>();
        for (@Nullable RequestId at = from; at != null && seen.add(at); at = parent(state, at)) {
            promise(state, at, path);
        }
        return path;
    }

    private static @Nullable RequestId parent(DepartmentCase state, RequestId of) {
        Request request = state.request(of);
        return request == null ? null : request.ask().parent();
    }

    /** The steps of a solution, as far as each began when the one before was done. */
    private static List<Commitment> steps(DepartmentCase state) {
        List<Commitment> steps = new ArrayList<>();
        List<Request> inOrder = state.requests().stream()
                .filter(it -> it.ask().stepId() != null && it.ask().parent() == null)
                .sorted(Comparator.comparing(it -> it.ask().raisedAt()))
                .toList();
        for (Request request : inOrder) {
            Commitment.@Nullable End before =
                    steps.isEmpty() ? null : steps.getLast().end();
            if (!steps.isEmpty()
                    && (before == null || before.at().isAfter(request.ask().raisedAt()))) {
                return Collections.emptyList();
            }
            promise(state, request.ask().id(), steps);
        }
        return steps;
    }

    private static void promise(DepartmentCase state, RequestId request, List<Commitment> into) {
        state.dealings()
                .commitments()
                .about(request)
                .filter(it -> it.end() == null || it.end() instanceof Commitment.End.Delivered)
                .ifPresent(into::add);
    }
}
