package io.redress.intake.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageRefused;
import io.redress.contracts.CustomerMessageEvent.MessageSent;
import io.redress.contracts.CustomerMessageEvent.MessageUnknown;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.DeliveryFact;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Progress;
import io.redress.intake.domain.messages.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Intake's cases, for the chassis: who finds them, where their events go, when they act by themselves. */
public final class IntakeDefinition implements CaseDefinition<IntakeState, IntakeCommand, IntakeFact> {
    public static final String STREAM = "intake";
    public static final String MESSAGES = "messages";
    /** What customers are told who have no case. */
    static final String ACCOUNT_MESSAGES = "account-messages";

    /** Rule 1: unique, so that the same intention never opens a second case. */
    public static final String BY_KEY = "idempotency-key";

    public static final String BY_REFERENCE = "client-reference";
    public static final String BY_SUBMITTER = "submitted-by";
    public static final String BY_STATUS = "status";

    /** Cases in whose messages somebody found an error: "open" and "resolved", the latest report first. */
    public static final String BY_TEXT_ERRORS = "text-errors";

    /** Open cases of a customer that take further words. */
    public static final String BY_KIN_CUSTOMER = "kin-customer";

    /** The same by what they say: customer, number of the band, its value. */
    public static final String BY_KIN_BAND = "kin-band";

    /** Cases with a merge or an undo that is not noted on both sides. */
    public static final String BY_KIN_UNFINISHED = "kin-unfinished";

    /** All cases of a customer, and those among them that are of one client. */
    public static final String BY_CUSTOMER = "customer";

    public static final String BY_CUSTOMER_OF_CLIENT = "customer-of-client";

    /** What a consultant has to carry: open cases, and those in which a contact is owed. */
    public static final String BY_CONSULTANT = "consultant";

    /** The cases in which a consultant owes a contact, the most urgent first. */
    public static final String BY_CONTACT = "contact";

    /** Shipments that are watched, by customer. */
    public static final String BY_SHIPMENT = "shipment-customer";

    /** Drills, the latest first: of one consultant, and all of them. */
    public static final String BY_DRILLS_OF = "drills-of";

    public static final String BY_DRILLS = "drills";

    private final Decider<IntakeState, IntakeCommand, IntakeFact> decider;
    private final VoiceMeters meters;

    public IntakeDefinition(Decider<IntakeState, IntakeCommand, IntakeFact> decider, VoiceMeters meters) {
        this.decider = decider;
        this.meters = meters;
    }

    @Override
    public String service() {
        return "intake";
    }

    @Override
    public Decider<IntakeState, IntakeCommand, IntakeFact> decider() {
        return decider;
    }

    @Override
    public Class<IntakeState> stateType() {
        return IntakeState.class;
    }

    @Override
    public Set<String> streams() {
        return Set.of(STREAM, MESSAGES, "routing", "departments", "resolutions", "reviews", "incidents");
    }

    @Override
    public List<Outgoing> outgoing(String caseId, IntakeFact fact) {
        if (!(fact instanceof IntakeFact.Published(var event))) {
            return List.of();
        }
        boolean message = event instanceof CustomerMessageEvent;
        return List.of(new Outgoing(
                message ? streamOf(event) : STREAM,
                message ? Topics.CUSTOMER_MESSAGES : Topics.COMPLAINTS,
                EventTypes.wireName(event.getClass()),
                Wire.write(event),
                event instanceof ComplaintReceived received && received.imported() != null
                        ? received.receivedAt()
                        : null));
    }

    /** What is told in no case is a stream of its own: it is part of no journey. */
    private static String streamOf(CaseEvent event) {
        String kind = switch (event) {
            case CustomerMessageComposed composed -> composed.kind();
            case MessageSent sent -> sent.kind();
            case MessageRefused refused -> refused.kind();
            case MessageUnknown unknown -> unknown.kind();
            default -> "";
        };
        return kind.equals(MessageKind.ACCOUNT_REMEDIED.wireName()) ? ACCOUNT_MESSAGES : MESSAGES;
    }

    @Override
    public List<IndexEntry> entries(String caseId, IntakeState state) {
        if (state instanceof IntakeState.Prepared(var opened, var closed, var _, var _) && !closed) {
            String latestFirst = latestFirst(opened.openedAt());
            return List.of(
                    IndexEntry.sorted(
                            BY_SHIPMENT, Fingerprint.of(opened.customer().reference()), latestFirst),
                    IndexEntry.sorted(BY_STATUS, "open", latestFirst));
        }
        if (state instanceof IntakeState.Drilled(var drill)) {
            return DrillEntries.of(drill);
        }
        if (state instanceof IntakeState.Remedied known) {
            return Stream.concat(TellAccounts.entries(known).stream(), DueMessages.entries(known.deliveries()).stream())
                    .toList();
        }
        if (!(state instanceof IntakeState.Filed filed)) {
            return List.of();
        }
        Complaint complaint = filed.complaint();
        String latestFirst = latestFirst(complaint.receivedAt());
        String customer = complaint.customer().reference();
        List<IndexEntry> entries = new ArrayList<>(6);
        entries.add(IndexEntry.unique(BY_KEY, complaint.key()));
        if (complaint.reference() != null) {
            entries.add(IndexEntry.unique(BY_REFERENCE, complaint.reference()));
        }
        entries.add(IndexEntry.sorted(BY_SUBMITTER, Fingerprint.of(complaint.submittedBy()), latestFirst));
        entries.add(IndexEntry.sorted(BY_CUSTOMER, Fingerprint.of(customer), latestFirst));
        entries.add(IndexEntry.sorted(
                BY_CUSTOMER_OF_CLIENT, Fingerprint.of(customer, complaint.submittedBy()), latestFirst));
        if (filed.progress().status() != Progress.Status.CLOSED
                && !filed.kinship().merged()) {
            entries.add(IndexEntry.sorted(BY_STATUS, "open", latestFirst));
        }
        ConsultantEntries.of(filed, latestFirst, entries);
        entries.addAll(DueMessages.entries(filed.deliveries()));
        entries.addAll(TextErrorEntries.of(filed.textErrors()));
        KinshipEntries.of(filed, latestFirst, entries);
        return entries;
    }

    /** How a message travels changes nothing about its case. */
    @Override
    public boolean isBookkeeping(IntakeFact fact) {
        return switch (fact) {
            case DeliveryFact _ -> true;
            case IntakeFact.Published(var event) ->
                event instanceof MessageSent || event instanceof MessageRefused || event instanceof MessageUnknown;
            default -> false;
        };
    }

    /** What a settled message said stays with its case. What was decided is counted here too. */
    @Override
    public List<byte[]> log(IntakeFact fact) {
        meters.count(fact);
        return fact instanceof DeliveryFact.Settled settled ? List.of(SettledMessage.write(settled)) : List.of();
    }

    /** Index entries ascend; a list begins with the latest. */
    static String latestFirst(Instant receivedAt) {
        return String.format("%016x", Long.MAX_VALUE - receivedAt.toEpochMilli());
    }

    @Override
    public Optional<Instant> nextDue(IntakeState state) {
        return IntakeDecider.nextDue(state);
    }

    @Override
    public Optional<IntakeCommand> onDeadline() {
        return Optional.of(new IntakeCommand.DeadlineReached());
    }
}
