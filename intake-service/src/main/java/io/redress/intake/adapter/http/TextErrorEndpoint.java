package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.Limits;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.TextErrorCommand.ReportTextError;
import io.redress.intake.domain.TextErrorCommand.ResolveTextError;
import io.redress.intake.domain.TextErrors.Report;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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

/** Where anybody who may see a case says what is wrong in its messages, and supervisors see to it. */
@RestController
class TextErrorEndpoint {
    private static final String PATH = "/api/v1/text-errors";
    private static final int MAX_LIMIT = 200;
    private static final int CASE_LENGTH = 36;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-e[1-9][0-9]{0,4}");
    private static final List<String> STATUSES = List.of("open", "resolved");

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;

    TextErrorEndpoint(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        this.lanes = lanes;
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<TextErrorView>> report(
            @RequestBody TextErrorBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String caseId = body.about().value();
        ReportTextError command = new ReportTextError(
                Fingerprint.of(caller.subject(), key.value()),
                body.messageId(),
                body.kindOrNull(),
                Objects.requireNonNull(body.where()),
                Objects.requireNonNull(body.what()),
                caller.subject());
        return lanes.read(caseId)
                .doOnNext(view -> CaseEndpoint.visible(view, caller))
                .flatMap(_ -> lanes.submit(
                        Submission.<IntakeCommand>of(caseId, command).tracedBy(traceparent)))
                .map(outcome -> reported(outcome, command.key()));
    }

    private static ResponseEntity<TextErrorView> reported(Outcome<IntakeState, IntakeFact> outcome, String key) {
        if (outcome instanceof Outcome.Rejected<IntakeState, IntakeFact>(var code, var why, var _)
                && code.equals("idempotency-key-reused")) {
            throw Refusal.unprocessable(code, why);
        }
        var accepted = Outcomes.accepted(outcome);
        Filed filed = filed(accepted.view());
        Report report = filed.textErrors().byKey(key).orElseThrow(Refusal::notFound);
        return Answers.created(
                URI.create(PATH + "/" + report.id()),
                written(accepted.view(), accepted.events().isEmpty()),
                TextErrorView.of(filed, report));
    }

    @GetMapping(PATH + "/{id}")
    Mono<ResponseEntity<TextErrorView>> read(@PathVariable String id, Caller caller, Positions atLeast) {
        return lanes.read(caseOf(id), atLeast.values()).map(view -> {
            Filed filed = CaseEndpoint.visible(view, caller);
            Report report = filed.textErrors().byId(id).orElseThrow(Refusal::notFound);
            return Answers.seen(view.version(), TextErrorView.of(filed, report));
        });
    }

    @GetMapping(PATH)
    Mono<TextErrorList> list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.oneOf("/status", status, STATUSES)
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, 500);
        checks.orRefuse();
        return lanes.find(new IndexQuery(IntakeDefinition.BY_TEXT_ERRORS, status, cursor, limit))
                .map(page -> new TextErrorList(
                        page.cases().stream()
                                .map(TextErrorEndpoint::filed)
                                .flatMap(filed -> filed.textErrors().reports().reversed().stream()
                                        .map(report -> TextErrorView.of(filed, report)))
                                .filter(view -> view.status().equals(status))
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    @PostMapping(PATH + "/{id}/resolution")
    Mono<ResponseEntity<TextErrorView>> resolve(
            @PathVariable String id,
            @RequestBody ResolutionBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        IntakeCommand command = new ResolveTextError(id, Objects.requireNonNull(body.how()), caller.subject());
        return lanes.submit(Submission.of(caseOf(id), command).tracedBy(traceparent))
                .map(outcome -> resolved(outcome, id));
    }

    private static ResponseEntity<TextErrorView> resolved(Outcome<IntakeState, IntakeFact> outcome, String id) {
        if (outcome instanceof Outcome.Rejected<IntakeState, IntakeFact>(var code, var _, var _)
                && code.equals("no-such-report")) {
            throw Refusal.notFound();
        }
        var accepted = Outcomes.accepted(outcome);
        Filed filed = filed(accepted.view());
        Report report = filed.textErrors().byId(id).orElseThrow(Refusal::notFound);
        return Answers.written(written(accepted.view(), accepted.events().isEmpty()), TextErrorView.of(filed, report));
    }

    private static String caseOf(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return id.substring(0, CASE_LENGTH);
    }

    private static Filed filed(CaseView<IntakeState> view) {
        if (view.state() instanceof Filed filed) {
            return filed;
        }
        throw Refusal.notFound();
    }

    private static Answers.Written written(CaseView<IntakeState> view, boolean replayed) {
        var now = Outcomes.written(view, IntakeDefinition.MESSAGES);
        return new Answers.Written(now.caseId(), now.revision(), now.positions(), replayed);
    }

    /** What was done about an error. */
    record ResolutionBody(@Nullable String how) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/how", how).length("/how", how, 1, Limits.NOTE);
        }
    }

    /** One page, of the reports of at most {@code limit} cases; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TextErrorList(
            List<TextErrorView> errors, @Nullable String next) {}
}
