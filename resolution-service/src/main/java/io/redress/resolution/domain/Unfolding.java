package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ClaimEvent;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens to the claims of a case in one decision, each fact seen by the next. */
final class Unfolding {
    private final CaseId caseId;
    private final Instant now;
    private final List<ResolutionFact> facts = new ArrayList<>();
    private Claims claims;

    Unfolding(CaseId caseId, Claims claims, Instant now) {
        this.caseId = caseId;
        this.claims = claims;
        this.now = now;
    }

    CaseId caseId() {
        return caseId;
    }

    Instant now() {
        return now;
    }

    Claims claims() {
        return claims;
    }

    List<ResolutionFact> facts() {
        return List.copyOf(facts);
    }

    void tell(ClaimEvent event) {
        add(new Published(event));
    }

    void add(ResolutionFact fact) {
        facts.add(fact);
        claims = claims.after(fact);
    }
}
