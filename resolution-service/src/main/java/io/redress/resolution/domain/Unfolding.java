package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClaimFact.NoticeGiven;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens to the claims of a case in one decision, each fact seen by the next. */
final class Unfolding {
    private final CaseId caseId;
    private final Instant now;
    private final Duration toHear;
    private final List<DepartmentCode> reachable;
    private final List<RequestId> sentBack;
    private final List<ResolutionFact> facts = new ArrayList<>();
    private Claims claims;

    /**
     * @param toHear how long the customer waits for those inside
     * @param reachable departments that have a topic of their own, as far as the case knows any
     * @param sentBack what was answered, went back and was not answered anew
     */
    Unfolding(
            CaseId caseId,
            Claims claims,
            Instant now,
            Duration toHear,
            List<DepartmentCode> reachable,
            List<RequestId> sentBack) {
        this.caseId = caseId;
        this.claims = claims;
        this.now = now;
        this.toHear = toHear;
        this.reachable = reachable;
        this.sentBack = sentBack;
    }

    CaseId caseId() {
        return caseId;
    }

    Instant now() {
        return now;
    }

    Duration toHear() {
        return toHear;
    }

    Claims claims() {
        return claims;
    }

    /** Whether it rests on an answer that its department has to give anew. */
    boolean isSentBack(StatedClaim claim) {
        return claim.requestId() != null && sentBack.contains(claim.requestId());
    }

    List<ResolutionFact> facts() {
        return List.copyOf(facts);
    }

    /** Whom it concerns hears it on the department's own topic, too. */
    void tell(ClaimEvent event) {
        add(new Published(event));
        List<DepartmentCode> noticed =
                concerned(event).stream().filter(reachable::contains).toList();
        if (!noticed.isEmpty()) {
            add(new NoticeGiven(event, noticed));
        }
    }

    private static List<DepartmentCode> concerned(ClaimEvent event) {
        return switch (event) {
            case ClaimSuperseded it -> it.repeatedBy();
            case ClaimWithdrawn it -> it.repeatedBy();
            case StatementHeld it -> it.departments();
            default -> List.of();
        };
    }

    void add(ResolutionFact fact) {
        facts.add(fact);
        claims = claims.after(fact);
    }
}
