package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.application.ContactLine;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.ConversationCommand.NoteContact;
import io.redress.intake.domain.ConversationCommand.WishContact;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.messages.Roster;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Direct contact with a named person (R138): who wishes for it, who owes it, and how it was. */
@RestController
class ContactEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 500;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CaseOverview.Sentences sentences;
    private final Roster roster;

    ContactEndpoint(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, CaseOverview.Sentences sentences, Roster roster) {
        this.lanes = lanes;
        this.sentences = sentences;
        this.roster = roster;
    }

    @PostMapping("/api/v1/cases/{id}/contact-wishes")
    Mono<ResponseEntity<CaseOverview>> wish(
            @PathVariable CaseId id,
            @RequestBody ContactWishBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return said(id, caller, new WishContact(body.how(), body.by()), traceparent);
    }

    @PostMapping("/api/v1/cases/{id}/contacts")
    Mono<ResponseEntity<CaseOverview>> note(
            @PathVariable CaseId id,
            @RequestBody ContactBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        NoteContact command = new NoteContact(
                Objects.requireNonNull(body.note()),
                body.mood() == null ? null : body.mood().doubleValue(),
                Boolean.TRUE.equals(body.smallTalk()),
                caller.subject());
        return said(id, caller, command, traceparent);
    }

    /** The wishes that a consultant owes a contact for, the most urgent first. */
    @GetMapping("/api/v1/consultants/{id}/contacts")
    Mono<ContactList> owed(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        if (!roster.knows(id)) {
            throw Refusal.notFound();
        }
        return lanes.find(new IndexQuery(IntakeDefinition.BY_CONTACT, id, cursor, limit))
                .map(page -> new ContactList(
                        page.cases().stream().map(ContactLine::of).toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    private Mono<ResponseEntity<CaseOverview>> said(
            CaseId id, Caller caller, IntakeCommand command, String traceparent) {
        return lanes.read(id.value()).flatMap(view -> {
            CaseAccess.toSpeak(view, caller);
            return lanes.submit(Submission.of(view.id(), command).tracedBy(traceparent))
                    .map(this::answer);
        });
    }

    private ResponseEntity<CaseOverview> answer(Outcome<IntakeState, IntakeFact> outcome) {
        if (outcome instanceof Outcome.Rejected<IntakeState, IntakeFact>(String code, String why, var _)
                && code.equals("date-out-of-reach")) {
            throw Refusal.unprocessable(List.of(new Reason("/by", why + ".")));
        }
        Outcome.Accepted<IntakeState, IntakeFact> accepted = CaseAccess.accepted(outcome);
        CaseView<IntakeState> view = accepted.view();
        return Answers.written(
                CaseAccess.written(accepted), CaseOverview.of(view, CaseAccess.filed(view), sentences, true));
    }

    /** One page; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactList(List<ContactLine> contacts, @Nullable String next) {}
}
