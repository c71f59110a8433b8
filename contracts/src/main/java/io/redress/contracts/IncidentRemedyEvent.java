package io.redress.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In a mass outage the remedy is done first and told after that (R110, rule 9), on topic {@link Topics#RESOLUTIONS}. What
 * happens to the remedy of an incident has the incident's id as the record's key; what happens to an account has one that
 * is made of both; what happens to a case has the case id.
 */
public sealed interface IncidentRemedyEvent extends AssuranceEvent {

    /** Something about the remedy of a whole incident. */
    sealed interface OfIncident extends IncidentRemedyEvent {

        /** The incident; also the record's key. */
        IncidentId incidentId();

        /** It happens in no case; the id of the incident, which has the same form, stands in for one. */
        @Override
        default CaseId caseId() {
            return new CaseId(incidentId().value());
        }
    }

    /** Something about one account that an incident has affected; in no case, {@link #keyOf} stands in for one. */
    sealed interface OfAccount extends IncidentRemedyEvent {

        /** The incident. */
        IncidentId incidentId();

        /** The company's own customer number. */
        String account();
    }

    /** The key of all that happens to an account for an incident; no case has it. */
    static CaseId keyOf(IncidentId incident, String account) {
        byte[] name = ("remedy:" + incident + ':' + account).getBytes(StandardCharsets.UTF_8);
        return new CaseId(UUID.nameUUIDFromBytes(name).toString());
    }

    /** Somebody wants everybody affected to receive this. Nothing is done before somebody else approves it. */
    @WireName("redress.resolution.incident-remedy-proposed.v1")
    record IncidentRemedyProposed(IncidentId incidentId, Remedy remedy, String reason, String by, Instant proposedAt)
            implements OfIncident {
        public IncidentRemedyProposed {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * From now on it is done for every affected account, once, and each is told once after that.
     *
     * @param by who approved it, never who proposed it
     */
    @WireName("redress.resolution.incident-remedy-approved.v1")
    record IncidentRemedyApproved(
            IncidentId incidentId, Remedy remedy, String proposedBy, String by, Instant approvedAt)
            implements OfIncident {}

    /**
     * The remedy was carried out for this account, once, whether it has complained or not. Said once more, under the same
     * {@code remedyId} and without a case, where the last case that was to tell it belongs to the incident no more.
     *
     * @param caseId in no case: {@link #keyOf} of incident and account
     * @param remedyId the idempotency key towards whoever carried it out
     * @param toldIn the case in which the customer is told; absent where the account has none, then it is told so
     * @param reference what the provider calls it
     */
    @WireName("redress.resolution.account-remedied.v1")
    record AccountRemedied(
            CaseId caseId,
            IncidentId incidentId,
            String account,
            String remedyId,
            Remedy remedy,
            @Nullable CaseId toldIn,
            String reference,
            Instant executedAt)
            implements OfAccount {
        public AccountRemedied {
            Bounds.text("a reference", reference, Limits.NAME);
        }
    }

    /**
     * The remedy cannot be carried out for this account; its cases go their own way.
     *
     * @param caseId in no case: {@link #keyOf} of incident and account
     */
    @WireName("redress.resolution.account-not-remedied.v1")
    record AccountNotRemedied(
            CaseId caseId, IncidentId incidentId, String account, String remedyId, String reason, Instant refusedAt)
            implements OfAccount {
        public AccountNotRemedied {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * The customer of this case has received the remedy of the incident; there is no second one.
     *
     * @param executedAt before anybody is told
     * @param notedAt when this case learned of it
     * @param closesAt when the case closes without the customer's word; absent where the remedy does not end it, and in
     *     events of before that was told
     */
    @WireName("redress.resolution.case-remedied.v1")
    record CaseRemedied(
            CaseId caseId,
            IncidentId incidentId,
            Remedy remedy,
            Telling telling,
            String reference,
            Instant executedAt,
            Instant notedAt,
            @Nullable Instant closesAt)
            implements IncidentRemedyEvent {
        public CaseRemedied {
            Bounds.text("a reference", reference, Limits.NAME);
        }

        /** One that does not say when the case closes. */
        public CaseRemedied(
                CaseId caseId,
                IncidentId incidentId,
                Remedy remedy,
                Telling telling,
                String reference,
                Instant executedAt,
                Instant notedAt) {
            this(caseId, incidentId, remedy, telling, reference, executedAt, notedAt, null);
        }
    }

    /** What the customer hears in a case about the remedy of an incident. */
    enum Telling {
        /** That it is done: in this case, for the account. */
        DONE,
        /** That it was already done before this complaint came. */
        ALREADY_DONE,
        /** Nothing here: another case of the same account tells it. */
        TOLD_ELSEWHERE
    }
}
