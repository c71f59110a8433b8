package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.CaseId;
import io.redress.resolution.domain.ClaimCommand.ReleaseStatement;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.StatementText;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is said to the customer in words of our own; released only with facts that hold. */
@RestController
class StatementEndpoint {
    private static final String STATEMENTS = "/api/v1/cases/{id}/statements";
    private static final int MOST_REASONS = 20;
    private static final int ID = 16;

    private final ClaimCases cases;

    StatementEndpoint(ClaimCases cases) {
        this.cases = cases;
    }

    @GetMapping(STATEMENTS)
    Mono<ResponseEntity<StatementsView>> read(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestParam(defaultValue = "" + Claims.MOST_STATEMENTS) int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks()
                .range("/limit", limit, 1, Claims.MOST_STATEMENTS)
                .that(
                        cursor.isBlank() || cursor.matches("s-[0-9a-f]{" + ID + "}"),
                        "/cursor",
                        "Expected the cursor of the page before.")
                .orRefuse();
        return cases.visible(id, caller, atLeast)
                .map(view -> Answers.seen(view.version(), StatementsView.of(view, limit, cursor)));
    }

    /** 201 where it is said, 202 where somebody must agree first. */
    @PostMapping(STATEMENTS)
    Mono<ResponseEntity<StatementsView.Line>> release(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            IdempotencyKey key,
            @RequestBody StatementBody body,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String text = requireNonNull(body.text());
        ReleaseStatement command = new ReleaseStatement(
                "s-" + Fingerprint.of(caller.subject(), key.value()).substring(0, ID),
                body.through(),
                text,
                ClaimSpeaker.named(caller, body.department()));
        return cases.visible(id, caller, atLeast)
                .doOnNext(_ -> refuseFreeFacts(id, text))
                .flatMap(_ -> cases.submit(
                        Submission.<ResolutionCommand>of(id.value(), command).tracedBy(traceparent), _ -> null))
                .map(accepted -> {
                    StatementsView.Line line =
                            StatementsView.of(ClaimsView.claims(accepted.view()), command.statementId());
                    URI address = URI.create("/api/v1/cases/" + id + "/statements");
                    return line.awaits().isEmpty()
                            ? Answers.created(address, ClaimCases.written(accepted), line)
                            : Answers.accepted(address, ClaimCases.written(accepted), line);
                });
    }

    private static void refuseFreeFacts(CaseId id, String text) {
        List<Reason> reasons = StatementText.of(text).freeFacts(Set.of(id.value())).stream()
                .limit(MOST_REASONS)
                .map(sentence -> new Reason("/text", sentence))
                .toList();
        if (!reasons.isEmpty()) {
            throw Refusal.unprocessable(reasons);
        }
    }
}
