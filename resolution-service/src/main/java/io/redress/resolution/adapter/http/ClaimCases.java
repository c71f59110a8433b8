package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ClaimGate;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cases as those see them who state facts in them. */
@Component
final class ClaimCases {
    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    ClaimCases(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    Mono<CaseView<ResolutionState>> visible(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && maySee(view, caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Who must clear something sees it without any other part in the case. */
    private static boolean maySee(CaseView<ResolutionState> view, Caller caller) {
        return WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller)
                || ClaimsView.claims(view).held().stream()
                        .flatMap(held -> held.awaits().stream())
                        .flatMap(gate -> Stream.ofNullable(gate.department()))
                        .anyMatch(it -> caller.departments().contains(it.value()))
                || ClaimsView.claims(view).ledger().stream()
                        .flatMap(claim -> ClaimGate.of(claim.key()).stream())
                        .anyMatch(gate ->
                                caller.departments().contains(gate.clears().value()));
    }

    /** @param state what a caller who is refused is shown of it as it is now */
    Mono<Outcome.Accepted<ResolutionState, ResolutionFact>> submit(
            Submission<ResolutionCommand> submission, Function<CaseView<ResolutionState>, @Nullable Object> state) {
        return lanes.submit(submission).map(outcome -> {
            if (outcome
                    instanceof Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String why, var view)) {
                throw refusal(code, why, state.apply(view));
            }
            return Outcomes.accepted(outcome);
        });
    }

    static Answers.Written written(Outcome.Accepted<ResolutionState, ResolutionFact> accepted) {
        Answers.Written now = Outcomes.written(accepted.view(), ResolutionDefinition.STREAM);
        return new Answers.Written(
                now.caseId(), now.revision(), now.positions(), accepted.events().isEmpty());
    }

    private static Refusal refusal(String code, String why, @Nullable Object state) {
        return switch (code) {
            case "unknown-claim", "unknown-statement" -> Refusal.notFound();
            case "not-yours" -> Refusal.of(403, code, "Not allowed", why);
            case "free-facts", "too-long" -> Refusal.unprocessable(List.of(new Reason("/text", why)));
            case "idempotency-key-reused" -> Refusal.unprocessable(code, why);
            default -> Refusal.conflict(code, why, state);
        };
    }
}
