package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who answered for a case and its requests from when to when, and who did not want to.
 *
 * @param spans oldest first; of those that are over only the latest {@value #MOST_PAST} stay, the others have been told
 * @param refusals of departments; at most two about the same, since then the authority decides
 * @param handover the case itself is on offer; absent where it is not
 * @param handoverRefusals consultants who declined the case since it was last taken over
 */
public record Ownership(
        List<Span> spans, List<Refusal> refusals, @Nullable Handover handover, List<Party> handoverRefusals) {
    static final Ownership NONE = new Ownership(List.of(), List.of(), null, List.of());
    static final int MOST_PAST = 200;

    /** After how many refusals nobody is asked any more whether it is theirs. */
    static final int REFUSALS = 2;

    public Ownership {
        spans = List.copyOf(spans);
        refusals = List.copyOf(refusals);
        handoverRefusals = List.copyOf(handoverRefusals);
    }

    /**
     * Somebody answers for something.
     *
     * @param requestId absent for the case itself
     * @param until absent while it is so
     */
    public record Span(
            @Nullable RequestId requestId,
            Party owner,
            Instant from,
            @Nullable Instant until) {
        boolean isOpen(@Nullable RequestId id) {
            return until == null && Objects.equals(requestId, id);
        }
    }

    /** A department did not want a request, or what it was offered instead of it. */
    public record Refusal(RequestId requestId, DepartmentCode by) {}

    /** A consultant was asked to take the case over. */
    public record Handover(Party from, Party to, String reason, Instant offeredAt, Instant answerBy) {}

    /** Whether a supervisor decides who answers for the case. */
    public boolean awaitsDecision() {
        return handoverRefusals.size() >= REFUSALS;
    }

    /** Everybody who has declined what this request asks for, in their order. */
    public List<DepartmentCode> declinedBy(RequestId id, List<Request> requests) {
        List<RequestId> chain = new ArrayList<>();
        for (RequestId at = id; at != null; at = before(at, requests)) {
            chain.addFirst(at);
        }
        return chain.stream()
                .flatMap(part -> refusals.stream().filter(it -> it.requestId().equals(part)))
                .map(Refusal::by)
                .toList();
    }

    private static @Nullable RequestId before(RequestId id, List<Request> requests) {
        return requests.stream()
                .filter(it -> it instanceof Request.PassedOn(var _, var by) && by.equals(id))
                .map(it -> it.ask().id())
                .findFirst()
                .orElse(null);
    }

    Ownership begun(@Nullable RequestId id, Party owner, Instant at) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(id, owner, at, null));
        return with(more);
    }

    Ownership ended(@Nullable RequestId id, Instant at) {
        return with(spans.stream()
                .map(it -> it.isOpen(id) ? new Span(id, it.owner(), it.from(), at) : it)
                .toList());
    }

    /** Nobody answers for anything any more. */
    Ownership over(Instant at) {
        List<Span> ended = spans.stream()
                .map(it -> it.until() == null ? new Span(it.requestId(), it.owner(), it.from(), at) : it)
                .toList();
        return new Ownership(ended, List.of(), null, List.of());
    }

    Ownership refused(RequestId id, DepartmentCode by) {
        List<Refusal> more = new ArrayList<>(refusals);
        more.add(new Refusal(id, by));
        return new Ownership(spans, more, handover, handoverRefusals);
    }

    Ownership offering(Handover offer) {
        return new Ownership(spans, refusals, offer, handoverRefusals);
    }

    Ownership handoverRefused(Party by) {
        List<Party> more = new ArrayList<>(handoverRefusals);
        more.add(by);
        return new Ownership(spans, refusals, null, more);
    }

    Ownership handoverUnanswered() {
        return new Ownership(spans, refusals, null, handoverRefusals);
    }

    Ownership handedOver(Party to, Instant at) {
        Ownership moved = ended(null, at).begun(null, to, at);
        return new Ownership(moved.spans, refusals, null, List.of());
    }

    private Ownership with(List<Span> next) {
        List<Span> kept = new ArrayList<>(next);
        long past = kept.stream().filter(it -> it.until() != null).count();
        for (int i = 0; i < kept.size() && past > MOST_PAST; ) {
            if (kept.get(i).until() != null) {
                kept.remove(i);
                past--;
            } else {
                i++;
            }
        }
        return new Ownership(kept, refusals, handover, handoverRefusals);
    }
}
