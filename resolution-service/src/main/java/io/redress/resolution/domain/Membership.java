package io.redress.resolution.domain;

import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.resolution.domain.MembershipFact.AccountInformed;
import io.redress.resolution.domain.MembershipFact.AccountKnown;
import io.redress.resolution.domain.MembershipFact.ExpectationChanged;
import io.redress.resolution.domain.MembershipFact.IncidentJoined;
import io.redress.resolution.domain.MembershipFact.IncidentLeft;
import io.redress.resolution.domain.MembershipFact.RemedyGivenUp;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case is one of many of the same incident.
 *
 * @param account whose case it is; absent until routing has spoken
 * @param incident absent where it belongs to none
 * @param informed the incident of which the account knows that this case belongs to it
 * @param word the last one that was heard about whether to expect a remedy
 * @param expecting whether a remedy of the incident is on its way
 * @param remedied the incident whose remedy the customer has received
 */
public record Membership(
        @Nullable String account,
        @Nullable IncidentId incident,
        @Nullable IncidentId informed,
        long word,
        boolean expecting,
        @Nullable IncidentId remedied) {
    static final Membership NONE = new Membership(null, null, null, 0, false, null);

    /** Whether the account is still to hear to which incident the case belongs. */
    public boolean isUnsettled() {
        return account != null && !Objects.equals(incident, informed);
    }

    /** Whether nothing else is proposed to the customer meanwhile. */
    boolean withholds() {
        return incident != null && expecting && remedied == null;
    }

    Membership after(ResolutionFact fact) {
        return switch (fact) {
            case AccountKnown(var known) -> new Membership(known, incident, informed, word, expecting, remedied);
            case IncidentJoined(var joined) -> new Membership(account, joined, informed, 0, false, remedied);
            case IncidentLeft() -> new Membership(account, null, informed, 0, false, remedied);
            case AccountInformed(var of, var said, var expects) ->
                Objects.equals(of, incident) && said >= word
                        ? new Membership(account, incident, of, said, expects, remedied)
                        : new Membership(account, incident, of, word, expecting, remedied);
            case ExpectationChanged(var said, var expects) ->
                new Membership(account, incident, informed, said, expects, remedied);
            case RemedyGivenUp() -> new Membership(account, incident, informed, Long.MAX_VALUE, false, remedied);
            case Published(CaseRemedied done) ->
                new Membership(account, incident, informed, word, false, done.incidentId());
            default -> this;
        };
    }
}
