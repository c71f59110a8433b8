package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FileComplaints.Filing;
import io.redress.intake.application.FirstAnswers;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.TimelyDiagnosis;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where complaints come in. */
@RestController
class ComplaintEndpoint {
    private final FileComplaints filing;
    private final ReadComplaint reading;
    private final CaseOverview.Sentences sentences;

    private final TimelyDiagnosis diagnosis;
    private final FirstAnswers answers;

    ComplaintEndpoint(
            FileComplaints filing,
            ReadComplaint reading,
            TimelyDiagnosis diagnosis,
            FirstAnswers answers,
            CaseOverview.Sentences sentences) {
        this.filing = filing;
        this.reading = reading;
        this.diagnosis = diagnosis;
        this.answers = answers;
        this.sentences = sentences;
    }

    @PostMapping("/api/v1/complaints")
    Mono<ResponseEntity<CaseOverview>> file(
            @RequestBody ComplaintBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String own = Fingerprint.of(caller.subject(), key.value());
        ReadComplaint.Words words = reading.words(body);
        return answers.measured(diagnosis
                        .of(words.own(), words.language())
                        .flatMap(found -> reading.command(body, words, found, own, caller, null, null))
                        .flatMap(command -> filing.file(command, caller.is("consultant"), traceparent)))
                .map(filed -> answer(filed, body));
    }

    private ResponseEntity<CaseOverview> answer(Filing filing, ComplaintBody body) {
        return switch (filing) {
            case Filing.Opened(var view, var replayed) -> opened(view, replayed);
            case Filing.Joined(var view, var replayed) -> JoinedAnswer.of(view, replayed, sentences);
            case Filing.Reused(var index, var by)
            when index.equals(IntakeDefinition.BY_KEY) ->
                throw Refusal.unprocessable(
                        "idempotency-key-reused",
                        "Expected a new Idempotency-Key for a new complaint, but it was used for another one, case "
                                + by + ".");
            case Filing.Reused(var _, var by) -> {
                boolean numbered = body.clientReference() != null;
                Checks checks = new Checks();
                checks.that(
                        false,
                        numbered ? "/clientReference" : "/email/messageId",
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
