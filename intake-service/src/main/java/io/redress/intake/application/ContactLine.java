package io.redress.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Contacts;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who waits for contact, as the consultant needs it.
 *
 * @param how the channel
 * @param contact how to reach the person, where the complaint said it
 * @param overdue whether the customer has waited too long
 * @param hostile whether it needs strong nerves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLine(
        CaseId caseId,
        Customer customer,
        Complaint.@Nullable Contact contact,
        String language,
        String how,
        ContactWished.Reason reason,
        Instant wishedAt,
        Instant dueAt,
        boolean overdue,
        boolean hostile) {

    /** The line of a case that the index of wishes names. */
    public static ContactLine of(CaseView<IntakeState> view) {
        if (!(view.state() instanceof Filed filed)) {
            throw new IllegalStateException("Expected only filed cases in an index");
        }
        Contacts.Wish wish = filed.conversation().contacts().wish();
        if (wish == null) {
            throw new IllegalStateException("Expected only cases with a wish in the index of wishes");
        }
        return new ContactLine(
                new CaseId(view.id()),
                filed.complaint().customer(),
                filed.complaint().contact(),
                filed.complaint().language(),
                wish.how(),
                wish.reason(),
                wish.wishedAt(),
                wish.dueAt(),
                wish.overdue(),
                filed.conversation().hostile());
    }
}
