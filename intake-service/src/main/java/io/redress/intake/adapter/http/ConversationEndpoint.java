package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.CaseId;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.domain.ConversationCommand;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.diagnosis.RuleBook;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What customers say after their complaint, and what consultants know better. */
@RestController
class ConversationEndpoint {
    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CaseOverview.Sentences sentences;
    private final RuleBook rules;

    ConversationEndpoint(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, CaseOverview.Sentences sentences, RuleBook rules) {
        this.lanes = lanes;
        this.sentences = sentences;
        this.rules = rules;
    }

    @PostMapping("/api/v1/cases/{id}/words")
    Mono<ResponseEntity<CaseOverview>> hear(
            @PathVariable CaseId id,
            @RequestBody WordsBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String text = Objects.requireNonNull(body.text());
        HearWords command = new HearWords(
                Fingerprint.of(caller.subject(), key.value()),
                Fingerprint.of(text, body.channel() == null ? "\0" : body.channel()),
                text,
                body.channel(),
                caller.subject());
        return lanes.read(id.value()).flatMap(view -> {
            CaseAccess.toSpeak(view, caller);
            return submit(view, command, Submission.ANY, traceparent)
                    .map(accepted -> Answers.created(
                            URI.create("/api/v1/cases/" + id),
                            CaseAccess.written(accepted),
                            overview(accepted.view())));
        });
    }

    @PostMapping("/api/v1/cases/{id}/diagnosis")
    Mono<ResponseEntity<CaseOverview>> correct(
            @PathVariable CaseId id,
            @RequestBody CorrectionBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String nature = Objects.requireNonNull(body.nature());
        Checks checks = new Checks();
        checks.oneOf("/nature", nature, rules.natures().stream().sorted().toList());
        checks.orRefuse();
        CorrectDiagnosis command =
                new CorrectDiagnosis(nature, body.cause(), Objects.requireNonNull(body.reason()), caller.subject());
        return lanes.read(id.value()).flatMap(view -> {
            CaseAccess.toSpeak(view, caller);
            seen.orRefuse(view.version());
            return submit(view, command, view.version(), traceparent)
                    .map(accepted -> Answers.written(CaseAccess.written(accepted), overview(accepted.view())));
        });
    }

    private Mono<Outcome.Accepted<IntakeState, IntakeFact>> submit(
            CaseView<IntakeState> view, ConversationCommand command, long version, String traceparent) {
        return lanes.submit(Submission.of(view.id(), (IntakeCommand) command)
                        .expecting(version)
                        .tracedBy(traceparent))
                .map(CaseAccess::accepted);
    }

    private CaseOverview overview(CaseView<IntakeState> view) {
        return CaseOverview.of(view, CaseAccess.filed(view), sentences, true);
    }
}
