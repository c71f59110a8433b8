package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.intake.domain.Contacts.Wish;
import io.redress.intake.domain.ConversationCommand.NoteContact;
import io.redress.intake.domain.ConversationCommand.WishContact;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who wants to talk to the named person gets a date, and the person keeps it (R138). */
final class Contacting {
    private static final int MOST_WISHES = 50;
    private static final Duration FARTHEST = Duration.ofDays(30);

    private final ConversationTerms terms;

    Contacting(ConversationTerms terms) {
        this.terms = terms;
    }

    /** One wish at a time: wishing again can bring it forward or change the channel, but not put it off. */
    Decision<IntakeFact> wish(Filed filed, WishContact command, Instant now) {
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.reject("already-closed", "Expected an open case, but it is closed");
        }
        Instant by = command.by() == null ? now.plus(terms.contactWithin()) : command.by();
        if (!by.isAfter(now) || by.isAfter(now.plus(FARTHEST))) {
            return Decision.reject(
                    "date-out-of-reach",
                    "Expected a time within the next " + FARTHEST.toDays() + " days, but got " + by);
        }
        Contacts before = filed.conversation().contacts();
        String how = Objects.requireNonNullElse(
                command.how(),
                before.wish() == null
                        ? filed.complaint().channel()
                        : before.wish().how());
        Wish open = before.wish();
        if (open != null && (open.overdue() || open.how().equals(how) && !by.isBefore(open.dueAt()))) {
            return Decision.nothing();
        }
        if (before.wishes() >= MOST_WISHES) {
            return Decision.reject(
                    "too-many-wishes", "Expected at most " + MOST_WISHES + " wishes for contact in one case");
        }
        Instant dueAt = open != null && open.dueAt().isBefore(by) ? open.dueAt() : by;
        return Decision.accept(new Published(wished(filed, how, ContactWished.Reason.CUSTOMER_ASKED, now, dueAt)));
    }

    /** A question is handed to the consultant. */
    static ContactWished toAnswer(
            ComplaintDiagnosed diagnosis, Complaint complaint, int number, Instant now, Instant dueAt) {
        return new ContactWished(
                diagnosis.caseId(),
                number,
                complaint.owner().id(),
                complaint.channel(),
                ContactWished.Reason.QUESTION,
                now,
                dueAt);
    }

    private static ContactWished wished(
            Filed filed, String how, ContactWished.Reason reason, Instant now, Instant dueAt) {
        return new ContactWished(
                filed.diagnosis().caseId(),
                filed.conversation().contacts().wishes() + 1,
                filed.complaint().owner().id(),
                how,
                reason,
                now,
                dueAt);
    }

    /** Saying the same again changes nothing; a contact that nobody had asked for counts as well. */
    Decision<IntakeFact> note(Filed filed, NoteContact command, Instant now) {
        Contacts before = filed.conversation().contacts();
        if (before.last() != null && isSame(before.last(), command)) {
            return Decision.nothing();
        }
        Wish open = before.wish();
        List<IntakeFact> facts = new ArrayList<>();
        Next next = filed.progress().next();
        if (next != null && next.what() == NextStep.CONSULTANT_ANSWERS) {
            facts.add(new MovedOn(filed.progress()
                    .at(filed.progress().step(), filed.progress().status(), null)));
        }
        facts.add(new Published(new ContactMade(
                filed.diagnosis().caseId(),
                before.made() + 1,
                command.by(),
                command.note(),
                command.mood(),
                command.smallTalk(),
                open == null ? null : now.isBefore(open.dueAt()),
                now)));
        return Decision.accept(facts);
    }

    private static boolean isSame(ContactMade last, NoteContact command) {
        return last.by().equals(command.by())
                && last.note().equals(command.note())
                && Objects.equals(last.mood(), command.mood())
                && last.smallTalk() == command.smallTalk();
    }

    /** Told once: the supervisor sees it, and the wish stays. */
    Decision<IntakeFact> whenDue(Filed filed, Instant now) {
        Wish open = filed.conversation().contacts().wish();
        if (open == null || open.overdue() || open.dueAt().isAfter(now)) {
            return Decision.nothing();
        }
        return Decision.accept(new Published(new ContactOverdue(
                filed.diagnosis().caseId(),
                open.number(),
                filed.complaint().owner().id(),
                open.dueAt(),
                now)));
    }

    static Optional<Instant> nextDue(Filed filed) {
        return Optional.ofNullable(filed.conversation().contacts().wish())
                .filter(wish -> !wish.overdue())
                .map(Wish::dueAt);
    }
}
