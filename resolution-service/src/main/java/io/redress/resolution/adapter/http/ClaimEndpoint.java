package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimCommand;
import io.redress.resolution.domain.ClaimCommand.ClearClaim;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import io.redress.resolution.domain.ClaimGate;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.StatedClaim;
import java.net.URI;
import java.util.List;
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

/** The facts of a case, and what its departments do with them. */
@RestController
class ClaimEndpoint {
    private static final String CLAIMS = "/api/v1/cases/{id}/claims";
    private static final String CLAIM = CLAIMS + "/{claimId}";
    private static final String TRACE_PARENT = "traceparent";

    private final ClaimCases cases;

    ClaimEndpoint(ClaimCases cases) {
        this.cases = cases;
    }

    @GetMapping(CLAIMS)
    Mono<ResponseEntity<ClaimsView>> read(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestParam(defaultValue = "" + Claims.MOST) int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks()
                .range("/limit", limit, 1, Claims.MOST)
                .that(
                        cursor.isBlank() || cursor.matches("c[1-9][0-9]{0,8}"),
                        "/cursor",
                        "Expected the cursor of the page before.")
                .orRefuse();
        return cases.visible(id, caller, atLeast)
                .map(view -> Answers.seen(view.version(), ClaimsView.of(view, limit, cursor)));
    }

    /** 201 where it is new, 200 where it has been said before, 409 with what has been said instead. */
    @PostMapping(CLAIMS)
    Mono<ResponseEntity<ClaimsView.Line>> make(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            IdempotencyKey key,
            @RequestBody ClaimBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        MakeClaim command = body.command(ClaimSpeaker.named(caller, body.department()), key);
        return cases.visible(id, caller, atLeast)
                .flatMap(_ -> cases.submit(
                        Submission.<ResolutionCommand>of(id.value(), command).tracedBy(traceparent),
                        view -> live(view, body.normalKey())))
                .map(accepted -> {
                    Claims claims = ClaimsView.claims(accepted.view());
                    Claims.Intention done = claims.intention(
                                    requireNonNull(command.intended()).id())
                            .orElseThrow();
                    ClaimsView.Line line =
                            ClaimsView.Line.of(claims.byId(done.claimId()).orElseThrow(Refusal::notFound));
                    return done.made()
                            ? Answers.created(
                                    URI.create("/api/v1/cases/" + id + "/claims"), ClaimCases.written(accepted), line)
                            : Answers.written(ClaimCases.written(accepted), line);
                });
    }

    @PostMapping(CLAIM + "/supersede")
    Mono<ResponseEntity<ClaimsView>> supersede(
            @PathVariable CaseId id,
            @PathVariable String claimId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody SupersedeBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast).flatMap(view -> {
            Claims claims = ClaimsView.claims(view);
            SupersedeClaim command = body.command(claimId, ClaimSpeaker.concerned(caller, holder(claims, claimId)));
            return changed(view, command, command.isMadeIn(claims) ? null : seen, traceparent);
        });
    }

    @PostMapping(CLAIM + "/withdraw")
    Mono<ResponseEntity<ClaimsView>> withdraw(
            @PathVariable CaseId id,
            @PathVariable String claimId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody WithdrawBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast).flatMap(view -> {
            Claims claims = ClaimsView.claims(view);
            WithdrawClaim command = body.command(claimId, ClaimSpeaker.concerned(caller, holder(claims, claimId)));
            return changed(view, command, command.isMadeIn(claims) ? null : seen, traceparent);
        });
    }

    @PostMapping(CLAIM + "/clear")
    Mono<ResponseEntity<ClaimsView>> clear(
            @PathVariable CaseId id,
            @PathVariable String claimId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast).flatMap(view -> {
            Claims claims = ClaimsView.claims(view);
            List<DepartmentCode> gates = claims.byId(claimId).stream()
                    .flatMap(claim -> ClaimGate.of(claim.key()).stream())
                    .map(ClaimGate::clears)
                    .toList();
            ClearClaim command = new ClearClaim(claimId, ClaimSpeaker.concerned(caller, gates));
            return changed(view, command, command.isMadeIn(claims) ? null : seen, traceparent);
        });
    }

    @PostMapping(CLAIM + "/heard")
    Mono<ResponseEntity<ClaimsView>> heard(
            @PathVariable CaseId id,
            @PathVariable String claimId,
            Caller caller,
            Positions atLeast,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast).flatMap(view -> {
            Claims claims = ClaimsView.claims(view);
            List<DepartmentCode> awaited = claims.byId(claimId).stream()
                    .flatMap(claim -> claims.hearings().stream()
                            .filter(it -> it.key().equals(claim.key()))
                            .flatMap(it -> it.awaiting().stream()))
                    .toList();
            return changed(
                    view, new HearCorrection(claimId, ClaimSpeaker.concerned(caller, awaited)), null, traceparent);
        });
    }

    /** @param seen absent where it does not matter what else has changed */
    private Mono<ResponseEntity<ClaimsView>> changed(
            CaseView<ResolutionState> view, ClaimCommand command, @Nullable ExpectedRevision seen, String traceparent) {
        Submission<ResolutionCommand> submission =
                Submission.<ResolutionCommand>of(view.id(), command).tracedBy(traceparent);
        if (seen != null) {
            seen.orRefuse(view.version());
            submission = submission.expecting(view.version());
        }
        return cases.submit(submission, _ -> null)
                .map(accepted -> Answers.written(ClaimCases.written(accepted), ClaimsView.of(accepted.view())));
    }

    private static List<DepartmentCode> holder(Claims claims, String claimId) {
        return claims.byId(claimId).map(StatedClaim::department).stream().toList();
    }

    private static ClaimsView.@Nullable Line live(CaseView<ResolutionState> view, String key) {
        return ClaimsView.claims(view).live(key).map(ClaimsView.Line::of).orElse(null);
    }
}
