package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who answered for what, as somebody works it out who sees nothing but the events of one case. Where somebody begins and
 * where somebody ends are taken from different events, so that a gap or an overlap shows.
 */
final class OwnershipLedger {
    private static final String CASE = "case";

    private final Map<String, List<Mark>> begins = new HashMap<>();
    private final Map<String, List<Mark>> ends = new HashMap<>();
    private final Map<RequestId, String> threads = new HashMap<>();
    private final Map<RequestId, DepartmentCode> departments = new HashMap<>();
    private final Set<RequestId> onlyOffered = new HashSet<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Set<String> decided = new HashSet<>();

    private record Mark(Party owner, Instant at) {}

    void hear(RoutingEvent event) {
        switch (event) {
            case CaseRouted routed ->
                begin(CASE, Party.consultant(routed.owner().id()), routed.routedAt());
            case RequestRaised raised -> raised(raised);
            case RequestRedirected redirected -> {
                String thread = thread(redirected.requestId());
                threads.put(redirected.replacedBy(), thread);
                onlyOffered.remove(redirected.replacedBy());
                begin(thread, Party.department(redirected.to()), redirected.redirectedAt());
            }
            case OwnershipMoved moved -> {
                RequestId id = moved.requestId();
                end(id == null ? CASE : thread(id), moved.from(), moved.movedAt());
                if (id == null) {
                    begin(CASE, moved.to(), moved.movedAt());
                }
            }
            case RequestWithdrawn withdrawn
            when !onlyOffered.remove(withdrawn.requestId()) ->
                end(thread(withdrawn.requestId()), Party.department(withdrawn.department()), withdrawn.withdrawnAt());
            case OwnershipOffered offered when offered.requestId() != null -> refused(offered.requestId());
            case OfferReturned returned
            when returned.requestId() != null && returned.outcome() == Outcome.DECLINED ->
                refused(returned.requestId());
            case OwnerDecisionRequested decision -> {
                assertThat(decision.declinedBy()).hasSizeLessThanOrEqualTo(2);
                decided.add(threads.getOrDefault(
                        decision.requestId(), decision.requestId().value()));
            }
            default -> {}
        }
    }

    private void raised(RequestRaised raised) {
        departments.put(raised.requestId(), raised.department());
        if (raised.offeredBy() != null) {
            onlyOffered.add(raised.requestId());
        } else if (!threads.containsKey(raised.requestId())) {
            threads.put(raised.requestId(), raised.requestId().value());
            begin(raised.requestId().value(), Party.department(raised.department()), raised.raisedAt());
        }
    }

    private void refused(RequestId id) {
        String thread = thread(id);
        assertThat(decided)
                .as("nobody declines after the authority has decided")
                .doesNotContain(thread);
        assertThat(refusals.merge(thread, 1, Integer::sum))
                .as("refusals of %s", thread)
                .isLessThanOrEqualTo(2);
    }

    void answered(RequestId id, Instant at) {
        end(thread(id), Party.department(Objects.requireNonNull(departments.get(id))), at);
    }

    void closed(Instant at) {
        for (String thread : begins.keySet()) {
            owner(thread).ifPresent(owner -> end(thread, owner, at));
        }
    }

    /** Who answers for the case now. */
    Optional<Party> ofCase() {
        return owner(CASE);
    }

    /** Who answers for the request now, by the thread of requests that it belongs to. */
    Optional<Party> of(RequestId id) {
        return owner(thread(id));
    }

    /** How many requests somebody answers for now, each counted once however often it went from one to another. */
    long open() {
        return begins.keySet().stream()
                .filter(it -> !it.equals(CASE) && owner(it).isPresent())
                .count();
    }

    /** Each interval begins when the one before ends, and ends with whom it began. */
    void hasNeitherGapNorOverlap() {
        begins.forEach((thread, begun) -> {
            List<Mark> ended = ends.getOrDefault(thread, List.of());
            assertThat(ended.size()).as("ends of %s", thread).isBetween(begun.size() - 1, begun.size());
            for (int i = 0; i < ended.size(); i++) {
                assertThat(ended.get(i).owner())
                        .as("%s", thread)
                        .isEqualTo(begun.get(i).owner());
                assertThat(ended.get(i).at())
                        .as("%s", thread)
                        .isAfterOrEqualTo(begun.get(i).at());
                if (i + 1 < begun.size()) {
                    assertThat(begun.get(i + 1).at())
                            .as("%s", thread)
                            .isEqualTo(ended.get(i).at());
                }
            }
        });
        assertThat(begins.keySet()).containsAll(ends.keySet());
    }

    private Optional<Party> owner(String thread) {
        List<Mark> begun = begins.getOrDefault(thread, List.of());
        return begun.size() > ends.getOrDefault(thread, List.of()).size()
                ? Optional.of(begun.getLast().owner())
                : Optional.empty();
    }

    private String thread(RequestId id) {
        return Objects.requireNonNull(threads.get(id), () -> "Expected to have heard of " + id);
    }

    private void begin(String thread, Party owner, Instant at) {
        begins.computeIfAbsent(thread, _ -> new ArrayList<>()).add(new Mark(owner, at));
    }

    private void end(String thread, Party owner, Instant at) {
        ends.computeIfAbsent(thread, _ -> new ArrayList<>()).add(new Mark(owner, at));
    }
}
