package io.redress.intake.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Contacts;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Intake's cases, for the chassis: who finds them, where their events go, when they act by themselves. */
public final class IntakeDefinition implements CaseDefinition<IntakeState, IntakeCommand, IntakeFact> {
    public static final String STREAM = "intake";
    public static final String MESSAGES = "messages";

    /** Rule 1: unique, so that the same intention never opens a second case. */
    public static final String BY_KEY = "idempotency-key";

    public static final String BY_REFERENCE = "client-reference";
    public static final String BY_SUBMITTER = "submitted-by";
    public static final String BY_STATUS = "status";

    /** The open cases of a consultant. */
    public static final String BY_CONSULTANT = "consultant";

    /** The cases in which a consultant owes a contact, the most urgent first. */
    public static final String BY_CONTACT = "contact";

    private final Decider<IntakeState, IntakeCommand, IntakeFact> decider;

    public IntakeDefinition(Decider<IntakeState, IntakeCommand, IntakeFact> decider) {
        this.decider = decider;
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
        return Set.of(STREAM, MESSAGES, "routing", "resolutions", "reviews");
    }

    @Override
    public List<Outgoing> outgoing(String caseId, IntakeFact fact) {
        if (!(fact instanceof IntakeFact.Published(var event))) {
            return List.of();
        }
        boolean message = event instanceof CustomerMessageEvent;
        return List.of(new Outgoing(
                message ? MESSAGES : STREAM,
                message ? Topics.CUSTOMER_MESSAGES : Topics.COMPLAINTS,
                EventTypes.wireName(event.getClass()),
                Wire.write(event)));
    }

    @Override
    public List<IndexEntry> entries(String caseId, IntakeState state) {
        if (!(state instanceof IntakeState.Filed filed)) {
            return List.of();
        }
        Complaint complaint = filed.complaint();
        String latestFirst = latestFirst(complaint.receivedAt());
        List<IndexEntry> entries = new ArrayList<>(4);
        entries.add(IndexEntry.unique(BY_KEY, complaint.key()));
        if (complaint.reference() != null) {
            entries.add(IndexEntry.unique(BY_REFERENCE, complaint.reference()));
        }
        entries.add(IndexEntry.sorted(BY_SUBMITTER, Fingerprint.of(complaint.submittedBy()), latestFirst));
        if (filed.progress().status() != Progress.Status.CLOSED) {
            entries.add(IndexEntry.sorted(BY_STATUS, "open", latestFirst));
            entries.add(IndexEntry.sorted(BY_CONSULTANT, complaint.owner().id(), latestFirst));
        }
        Contacts.Wish wish = filed.conversation().contacts().wish();
        if (wish != null) {
            entries.add(IndexEntry.sorted(
                    BY_CONTACT,
                    complaint.owner().id(),
                    String.format("%016x", wish.dueAt().toEpochMilli())));
        }
        return entries;
    }

    /** Index entries ascend; a list begins with the latest. */
    private static String latestFirst(Instant receivedAt) {
        return String.format("%016x", Long.MAX_VALUE - receivedAt.toEpochMilli());
    }

    @Override
    public Optional<Instant> nextDue(IntakeState state) {
        return state instanceof IntakeState.Filed filed ? IntakeDecider.nextDue(filed) : Optional.empty();
    }

    @Override
    public Optional<IntakeCommand> onDeadline() {
        return Optional.of(new IntakeCommand.DeadlineReached());
    }
}
