package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What routing tells the others, on topic {@link Topics#ROUTING}. */
public sealed interface RoutingEvent extends CaseEvent
        permits RoutingEvent.CaseRouted,
                RoutingEvent.RequestRaised,
                RoutingEvent.CaseRerouted,
                RoutingEvent.RequestWithdrawn,
                RoutingEvent.CaseSettled,
                RoutingEvent.RequestRedirected,
                RoutingEvent.OwnerDecisionRequested,
                RoutingEvent.CasePaused,
                RoutingEvent.CaseResumed,
                RoutingEvent.SolutionsRequested,
                OwnershipEvent,
                WaitEvent,
                SilenceEvent,
                KnowledgeEvent {

    /**
     * These departments are needed; {@code lead} answers for the whole until {@code dueAt}. Nobody is needed where the
     * customer only wants to be heard (R8): then {@code lead} is absent and {@code involvements} empty.
     *
     * @param rule the row of the routing table that decided, for the explanation
     * @param rulesVersion the version of the routing table that was in force; absent in events of before there were any
     * @param facts what the table looked at; absent likewise
     * @param gates clearances that are needed before anything about it leaves; absent likewise
     * @param product which product the complaint is about; absent where nobody said
     * @param region where it happened; absent likewise
     * @param receivedAt when the customer said it; absent in events of before that was told
     */
    @WireName("redress.routing.case-routed.v1")
    record CaseRouted(
            CaseId caseId,
            String nature,
            Cause cause,
            @Nullable DepartmentCode lead,
            List<Involvement> involvements,
            Owner owner,
            Customer customer,
            String submittedBy,
            String language,
            String rule,
            Instant routedAt,
            Instant dueAt,
            @Nullable String rulesVersion,
            @Nullable Facts facts,
            @Nullable List<Gate> gates,
            @Nullable String product,
            @Nullable String region,
            @Nullable Instant receivedAt)
            implements RoutingEvent {
        public CaseRouted {
            involvements = List.copyOf(involvements);
            gates = gates == null ? null : List.copyOf(gates);
        }

        /** A routing that does not say what it rests on. */
        public CaseRouted(
                CaseId caseId,
                String nature,
                Cause cause,
                @Nullable DepartmentCode lead,
                List<Involvement> involvements,
                Owner owner,
                Customer customer,
                String submittedBy,
                String language,
                String rule,
                Instant routedAt,
                Instant dueAt) {
            this(
                    caseId,
                    nature,
                    cause,
                    lead,
                    involvements,
                    owner,
                    customer,
                    submittedBy,
                    language,
                    rule,
                    routedAt,
                    dueAt,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** A routing of a complaint that names neither product nor region. */
        public CaseRouted(
                CaseId caseId,
                String nature,
                Cause cause,
                @Nullable DepartmentCode lead,
                List<Involvement> involvements,
                Owner owner,
                Customer customer,
                String submittedBy,
                String language,
                String rule,
                Instant routedAt,
                Instant dueAt,
                @Nullable String rulesVersion,
                @Nullable Facts facts,
                @Nullable List<Gate> gates) {
            this(
                    caseId,
                    nature,
                    cause,
                    lead,
                    involvements,
                    owner,
                    customer,
                    submittedBy,
                    language,
                    rule,
                    routedAt,
                    dueAt,
                    rulesVersion,
                    facts,
                    gates,
                    null,
                    null,
                    null);
        }
    }

    /**
     * A required clearance: nothing that belongs to it leaves before the department has given its word.
     *
     * @param rule the row of the routing table that asks for it
     */
    record Gate(DepartmentCode department, String reason, String rule) {}

    /**
     * What the routing table looked at.
     *
     * @param problems strongest first; each may need departments of its own
     * @param industry what the company makes: {@code SOFTWARE}, {@code GOODS} or {@code BOTH}
     * @param severity how much is at stake; absent where nobody has said it
     * @param amount the largest amount of money that was named, in whole units of whatever currency; absent where none
     *     was
     */
    record Facts(
            List<Problem> problems,
            Customer.Tier tier,
            boolean publicImpact,
            boolean crisis,
            boolean massOutage,
            String industry,
            @Nullable Severity severity,
            @Nullable Long amount) {
        public Facts {
            Bounds.atLeastOne("problems", problems);
            problems = List.copyOf(problems);
        }
    }

    /** One problem of a case: what it is about, and why it hurts. */
    record Problem(String nature, Cause cause) {}

    /** A department's part in a case, and why it has one. */
    record Involvement(DepartmentCode department, RequestId requestId, RequestKind kind, String reason) {}

    /**
     * A department is asked for something. Also published on the department's own topic, see
     * {@link Topics#requestsOf}.
     *
     * @param words the customer's own words, without names, addresses and numbers by which a person is found
     * @param stepId the execution step this carries out, for requests of kind {@code EXECUTION}; the clearance it asks
     *     for, for those of kind {@code APPROVAL}; the proposal it replaces, for those that follow a return
     * @param parent the request of another department that this helps with
     * @param offeredBy whose it is until this department has accepted; absent where nobody else's
     * @param knownAnswer what is known already and counts as the answer
     * @param fields what the department needs to begin, in its own names and forms (R66, R67); absent where nobody has
     *     said it
     * @param wantedBy when whoever asks would like to have it (R90); absent where nobody has said so
     * @param wantedId the wish that it was raised for; absent where nobody asked for it directly
     * @param charterVersion of the department's charter, under which the request stays; absent where it has published
     *     none
     * @param registered the departments that there are: whoever declines names one of them as the right owner (R68);
     *     absent where there are more than {@link Limits#DEPARTMENTS}, and before this was told
     */
    @WireName("redress.routing.request-raised.v1")
    record RequestRaised(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            RequestKind kind,
            String nature,
            String subject,
            String words,
            String language,
            @Nullable String stepId,
            Instant raisedAt,
            Instant dueAt,
            @Nullable RequestId parent,
            @Nullable DepartmentCode offeredBy,
            @Nullable KnownAnswer knownAnswer,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy,
            @Nullable String wantedId,
            @Nullable Integer charterVersion,
            @Nullable List<DepartmentCode> registered)
            implements RoutingEvent {
        public RequestRaised {
            Bounds.text("the customer's words", words, Limits.COMPLAINT);
            fields = Bounds.fields(fields);
            if (registered != null) {
                Bounds.count("registered departments", registered, Limits.DEPARTMENTS);
                registered = List.copyOf(registered);
            }
        }

        /** The same with the departments of which one may be named as its right owner. */
        public RequestRaised among(List<DepartmentCode> departments) {
            return with(charterVersion, departments);
        }

        /** The same under a version of the department's charter. */
        public RequestRaised under(int version) {
            return with(version, registered);
        }

        private RequestRaised with(@Nullable Integer version, @Nullable List<DepartmentCode> departments) {
            return new RequestRaised(
                    caseId,
                    requestId,
                    department,
                    kind,
                    nature,
                    subject,
                    words,
                    language,
                    stepId,
                    raisedAt,
                    dueAt,
                    parent,
                    offeredBy,
                    knownAnswer,
                    fields,
                    wantedBy,
                    wantedId,
                    version,
                    departments);
        }

        /** One to a department that has published no charter. */
        public RequestRaised(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                String nature,
                String subject,
                String words,
                String language,
                @Nullable String stepId,
                Instant raisedAt,
                Instant dueAt,
                @Nullable RequestId parent,
                @Nullable DepartmentCode offeredBy,
                @Nullable KnownAnswer knownAnswer,
                @Nullable Map<String, String> fields,
                @Nullable Instant wantedBy,
                @Nullable String wantedId) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    nature,
                    subject,
                    words,
                    language,
                    stepId,
                    raisedAt,
                    dueAt,
                    parent,
                    offeredBy,
                    knownAnswer,
                    fields,
                    wantedBy,
                    wantedId,
                    null,
                    null);
        }

        /** One that nobody asked for directly. */
        public RequestRaised(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                String nature,
                String subject,
                String words,
                String language,
                @Nullable String stepId,
                Instant raisedAt,
                Instant dueAt,
                @Nullable RequestId parent,
                @Nullable DepartmentCode offeredBy,
                @Nullable KnownAnswer knownAnswer,
                @Nullable Map<String, String> fields) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    nature,
                    subject,
                    words,
                    language,
                    stepId,
                    raisedAt,
                    dueAt,
                    parent,
                    offeredBy,
                    knownAnswer,
                    fields,
                    null,
                    null);
        }

        /** One that says nothing about what the department needs. */
        public RequestRaised(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                String nature,
                String subject,
                String words,
                String language,
                @Nullable String stepId,
                Instant raisedAt,
                Instant dueAt,
                @Nullable RequestId parent,
                @Nullable DepartmentCode offeredBy,
                @Nullable KnownAnswer knownAnswer) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    nature,
                    subject,
                    words,
                    language,
                    stepId,
                    raisedAt,
                    dueAt,
                    parent,
                    offeredBy,
                    knownAnswer,
                    null);
        }

        /** One that stands for itself, is nobody else's and has no answer yet. */
        public RequestRaised(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                String nature,
                String subject,
                String words,
                String language,
                @Nullable String stepId,
                Instant raisedAt,
                Instant dueAt) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    nature,
                    subject,
                    words,
                    language,
                    stepId,
                    raisedAt,
                    dueAt,
                    null,
                    null,
                    null);
        }
    }

    /**
     * The diagnosis was revised, so other departments are needed (R6). Requests that remain keep their id and their date.
     *
     * @param revision of the diagnosis that led here
     * @param lead absent where nobody is needed any more
     * @param involvements all that are needed now
     * @param added requests that were raised for this
     * @param released requests that are not needed any more
     * @param misdiagnosed whether a department had been asked in vain (R7)
     * @param rule the row of the routing table that decided about the lead
     * @param rulesVersion the version of the routing table that was in force; absent in events of before there were any
     * @param facts what the table looked at; absent likewise
     * @param gates clearances that are needed before anything about it leaves; absent likewise
     */
    @WireName("redress.routing.case-rerouted.v1")
    record CaseRerouted(
            CaseId caseId,
            int revision,
            String nature,
            Cause cause,
            @Nullable DepartmentCode lead,
            List<Involvement> involvements,
            List<RequestId> added,
            List<RequestId> released,
            boolean misdiagnosed,
            String rule,
            String reason,
            Instant reroutedAt,
            Instant dueAt,
            @Nullable String rulesVersion,
            @Nullable Facts facts,
            @Nullable List<Gate> gates)
            implements RoutingEvent {
        public CaseRerouted {
            Bounds.between("a revision", 1, revision, Integer.MAX_VALUE);
            involvements = List.copyOf(involvements);
            added = List.copyOf(added);
            released = List.copyOf(released);
            gates = gates == null ? null : List.copyOf(gates);
        }

        /** A revised routing that does not say what it rests on. */
        public CaseRerouted(
                CaseId caseId,
                int revision,
                String nature,
                Cause cause,
                @Nullable DepartmentCode lead,
                List<Involvement> involvements,
                List<RequestId> added,
                List<RequestId> released,
                boolean misdiagnosed,
                String rule,
                String reason,
                Instant reroutedAt,
                Instant dueAt) {
            this(
                    caseId,
                    revision,
                    nature,
                    cause,
                    lead,
                    involvements,
                    added,
                    released,
                    misdiagnosed,
                    rule,
                    reason,
                    reroutedAt,
                    dueAt,
                    null,
                    null,
                    null);
        }
    }

    /**
     * A department need not go on with what it was asked. Also published on the department's own topic, see
     * {@link Topics#requestsOf}.
     */
    @WireName("redress.routing.request-withdrawn.v1")
    record RequestWithdrawn(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            RequestKind kind,
            String reason,
            Instant withdrawnAt)
            implements RoutingEvent {}

    /** What was no complaint has had its answer (R8); nobody is needed any more, and the case can end. */
    @WireName("redress.routing.case-settled.v1")
    record CaseSettled(CaseId caseId, String nature, String reason, Instant settledAt) implements RoutingEvent {}

    /** A declined request goes on to the owner that the decline named (R68); {@code replacedBy} takes its place. */
    @WireName("redress.routing.request-redirected.v1")
    record RequestRedirected(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode from,
            DepartmentCode to,
            RequestId replacedBy,
            String reason,
            Instant redirectedAt)
            implements RoutingEvent {}

    /** Two departments have declined: the routing authority decides who owns the request. */
    @WireName("redress.routing.owner-decision-requested.v1")
    record OwnerDecisionRequested(
            CaseId caseId,
            RequestId requestId,
            List<DepartmentCode> declinedBy,
            DepartmentCode authority,
            Instant requestedAt)
            implements RoutingEvent {
        public OwnerDecisionRequested {
            declinedBy = List.copyOf(declinedBy);
        }
    }

    /**
     * The case was merged into another, which speaks to the customer for both. Until it is resumed nothing new is asked
     * of anybody here; what was asked may still be answered.
     */
    @WireName("redress.routing.case-paused.v1")
    record CasePaused(CaseId caseId, CaseId mergedInto, Instant pausedAt) implements RoutingEvent {}

    /** The merge was undone; what waited meanwhile follows. */
    @WireName("redress.routing.case-resumed.v1")
    record CaseResumed(CaseId caseId, Instant resumedAt) implements RoutingEvent {}

    /**
     * A proposal went back; these requests are made so that there is another one.
     *
     * @param proposalId the proposal that went back
     */
    @WireName("redress.routing.solutions-requested.v1")
    record SolutionsRequested(CaseId caseId, String proposalId, List<Involvement> involvements, Instant requestedAt)
            implements RoutingEvent {
        public SolutionsRequested {
            Bounds.atLeastOne("involvements", involvements);
            involvements = List.copyOf(involvements);
        }
    }
}
