package io.redress.intake.adapter.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FileComplaints.Filing;
import io.redress.intake.application.Fingerprint;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where complaints come in. */
@RestController
class ComplaintEndpoint {
    /** Version 7: cases that come together lie together in the store. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    private final FileComplaints filing;
    private final FrontDesk frontDesk;
    private final CaseOverview.Sentences sentences;

    ComplaintEndpoint(FileComplaints filing, FrontDesk frontDesk, CaseOverview.Sentences sentences) {
        this.filing = filing;
        this.frontDesk = frontDesk;
        this.sentences = sentences;
    }

    @PostMapping("/api/v1/complaints")
    Mono<ResponseEntity<CaseOverview>> file(
            @RequestBody ComplaintBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return filing.file(command(body, key, caller), traceparent).map(this::answer);
    }

    private FileComplaint command(ComplaintBody body, IdempotencyKey key, Caller caller) {
        // Checked while it was read: required parts are there.
        ComplaintBody.CustomerBody from = Objects.requireNonNull(body.customer());
        String text = Objects.requireNonNull(body.text());
        String channel = Objects.requireNonNull(body.channel());
        String reference = Objects.requireNonNull(from.reference());
        String language = body.language() == null ? frontDesk.guessLanguage(text) : body.language();
        CaseId caseId = new CaseId(ids.generate().toString());
        String tier = from.tier() == null ? Customer.Tier.STANDARD.name() : from.tier();
        Contact contact = from.contact() == null
                ? null
                : new Contact(from.contact().name(), from.contact().address());
        Diagnosis diagnosis = frontDesk.diagnose(text, language);
        return new FileComplaint(
                caseId,
                Fingerprint.of(caller.subject(), key.value()),
                Fingerprint.of(
                        reference,
                        tier,
                        text(contact == null ? null : contact.name()),
                        text(contact == null ? null : contact.address()),
                        channel,
                        text(body.language()),
                        text,
                        text(body.clientReference())),
                body.clientReference() == null ? null : Fingerprint.of(caller.subject(), body.clientReference()),
                body.clientReference(),
                caller.subject(),
                new Customer(reference, Customer.Tier.valueOf(tier)),
                contact,
                channel,
                language,
                text,
                frontDesk.ownerOf(caseId, language, diagnosis, text),
                diagnosis);
    }

    private static String text(@Nullable String value) {
        return value == null ? "\0" : value;
    }

    private ResponseEntity<CaseOverview> answer(Filing filing) {
        return switch (filing) {
            case Filing.Opened(var view, var replayed) -> opened(view, replayed);
            case Filing.Reused(var index, var by)
            when index.equals(IntakeDefinition.BY_KEY) ->
                throw Refusal.unprocessable(
                        "idempotency-key-reused",
                        "Expected a new Idempotency-Key for a new complaint, but it was used for another one, case "
                                + by + ".");
            case Filing.Reused(var _, var by) -> {
                Checks checks = new Checks();
                checks.that(
                        false,
                        "/clientReference",
                        "Expected a number of your own that is new, but you gave it to another complaint, case " + by
                                + ".");
                checks.orRefuse();
                throw new IllegalStateException("A failed check refuses");
            }
        };
    }

    private ResponseEntity<CaseOverview> opened(CaseView<IntakeState> view, boolean replayed) {
        if (!(view.state() instanceof Filed filed)) {
            throw new IllegalStateException("Expected an opened case to have its complaint");
        }
        CaseOverview overview = CaseOverview.of(view, filed, sentences, true);
        Positions position =
                Positions.of(IntakeDefinition.STREAM, view.sequences().getOrDefault(IntakeDefinition.STREAM, 0L));
        return Answers.created(
                URI.create("/api/v1/cases/" + view.id()),
                new Answers.Written(view.id(), view.version(), position, replayed),
                overview);
    }
}
