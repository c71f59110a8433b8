package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What routing tells about mass problems and crises, on topic {@link Topics#INCIDENTS}. What happens to an incident has
 * its id as the record's key, what happens to a case in it the case id.
 */
public sealed interface IncidentEvent extends CaseEvent {

    /** Something that happened to a whole incident. */
    sealed interface OfIncident extends IncidentEvent {

        /** The incident; also the record's key. */
        IncidentId incidentId();

        /** It happens in no case; the id of the incident, which has the same form, stands in for one. */
        @Override
        default CaseId caseId() {
            return new CaseId(incidentId().value());
        }
    }

    /** Something that concerns the whole organisation. */
    sealed interface OfOrganisation extends IncidentEvent {

        /** The key of all that concerns the whole organisation; no case has it. */
        CaseId KEY = new CaseId("00000000-0000-0000-0000-000000000000");

        @Override
        default CaseId caseId() {
            return KEY;
        }
    }

    /**
     * Similar complaints have become more than usual, or somebody says that they have (R110). Whether it is an incident
     * is still to be decided.
     *
     * @param nature what the complaints are about
     * @param product absent where it makes no difference
     * @param region absent likewise
     * @param since complaints from then on belong to it
     * @param burst what was noticed; absent where a person proposed it
     * @param by who proposed it; absent where nobody did but the counting
     */
    @WireName("redress.incidents.incident-proposed.v1")
    record IncidentProposed(
            IncidentId incidentId,
            String nature,
            @Nullable String product,
            @Nullable String region,
            Instant since,
            @Nullable BurstEvidence burst,
            String reason,
            @Nullable String by,
            Instant proposedAt)
            implements OfIncident {
        public IncidentProposed {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * What speaks for a burst.
     *
     * @param count complaints since the start of the window
     * @param usual how many would have been usual
     * @param score minus the decimal logarithm of the chance that so many come by chance
     */
    record BurstEvidence(int count, double usual, double score) {}

    /**
     * It is an incident: cases join it from now on.
     *
     * @param by who decided it; {@code policy} where nobody had to
     */
    @WireName("redress.incidents.incident-opened.v1")
    record IncidentOpened(IncidentId incidentId, String by, String reason, Instant openedAt) implements OfIncident {
        public IncidentOpened {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** The case is one of many about the same. It keeps its requests: nobody is lost. */
    @WireName("redress.incidents.incident-joined.v1")
    record IncidentJoined(CaseId caseId, IncidentId incidentId, Instant joinedAt) implements IncidentEvent {}

    /** The case was none of those. */
    @WireName("redress.incidents.incident-left.v1")
    record IncidentLeft(CaseId caseId, IncidentId incidentId, String reason, String by, Instant leftAt)
            implements IncidentEvent {
        public IncidentLeft {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * Accounts that are affected, whether they have complained or not. Each account is told once per incident.
     *
     * @param accounts the company's own customer numbers, at most {@value Limits#ACCOUNTS}
     */
    @WireName("redress.incidents.accounts-attached.v1")
    record AccountsAttached(IncidentId incidentId, List<String> accounts, String by, Instant attachedAt)
            implements OfIncident {
        public AccountsAttached {
            Bounds.atLeastOne("accounts", accounts);
            Bounds.count("accounts", accounts, Limits.ACCOUNTS);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Whether the remedy of the incident waits for approval (R112).
     *
     * @param by who decided it; {@code policy} where nobody has yet
     */
    @WireName("redress.incidents.execution-mode-decided.v1")
    record ExecutionModeDecided(IncidentId incidentId, ExecutionMode mode, String reason, String by, Instant decidedAt)
            implements OfIncident {
        public ExecutionModeDecided {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** It was no incident. */
    @WireName("redress.incidents.incident-dismissed.v1")
    record IncidentDismissed(IncidentId incidentId, String reason, String by, Instant dismissedAt)
            implements OfIncident {
        public IncidentDismissed {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** The problem is over: no further case joins it. */
    @WireName("redress.incidents.incident-closed.v1")
    record IncidentClosed(IncidentId incidentId, String reason, String by, Instant closedAt) implements OfIncident {
        public IncidentClosed {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * A crisis of the whole organisation: until it is lifted, customers are told about it in one voice (R113).
     *
     * @param crisisId another for each crisis
     */
    @WireName("redress.incidents.crisis-declared.v1")
    record CrisisDeclared(String crisisId, String reason, String by, Instant declaredAt) implements OfOrganisation {
        public CrisisDeclared {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** The crisis is over. */
    @WireName("redress.incidents.crisis-lifted.v1")
    record CrisisLifted(String crisisId, String reason, String by, Instant liftedAt) implements OfOrganisation {
        public CrisisLifted {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }
}
