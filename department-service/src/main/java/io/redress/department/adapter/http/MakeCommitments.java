package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.RequestView;
import io.redress.department.application.Yardsticks;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Promise;
import io.redress.department.domain.Request;
import io.redress.department.domain.RequestContract.Flaw;
import io.redress.department.domain.StackedMargins;
import io.redress.department.domain.Warte;
import io.redress.department.domain.Yardstick;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Measures what is promised before it is decided, and says what came of it over HTTP. */
public final class MakeCommitments {
    private final DepartmentCases cases;
    private final Yardsticks yardsticks;
    private final InstantSource clock;
    private final boolean strict;

    /** @param strict whether what comparable work speaks against is refused */
    public MakeCommitments(DepartmentCases cases, Yardsticks yardsticks, InstantSource clock, boolean strict) {
        this.cases = cases;
        this.yardsticks = yardsticks;
        this.clock = clock;
        this.strict = strict;
    }

    /** What came of a command. */
    record Done(Answers.Written written, Committed body) {}

    /** Judges without making. */
    Mono<JudgedPromise> check(DepartmentCode code, RequestId requestId, Promise promise) {
        return measured(code, requestId).map(it -> {
            Yardstick yardstick = Objects.requireNonNull(it.yardsticks().get(requestId));
            Warte warte = Warte.judge(
                    promise, it.view().state(), its(it.view(), code, requestId), yardstick, clock.instant());
            return JudgedPromise.of(warte, yardstick, strict);
        });
    }

    /** Makes a commitment. */
    Mono<Done> make(
            DepartmentCode code, RequestId requestId, CommitmentBody body, IdempotencyKey key, String traceparent) {
        return measured(code, requestId).flatMap(it -> {
            orRefuse(it, code, requestId, body, key);
            var reply = body.promise().by(Objects.requireNonNull(body.by()), key.value(), requestId, code);
            return submit(Submission.of(id(requestId), new MakeCommitment(reply, it.yardsticks(), strict)), traceparent)
                    .map(accepted -> done(
                            it,
                            accepted,
                            about(accepted.view().state(), requestId, key).orElseThrow()));
        });
    }

    /** All that keeps it from being a commitment is told at once; what was promised already is not judged again. */
    private void orRefuse(
            Measured measured, DepartmentCode code, RequestId requestId, CommitmentBody body, IdempotencyKey key) {
        DepartmentCase state = measured.view().state();
        List<Reason> reasons = new ArrayList<>();
        if (body.by() == null || body.by().isBlank()) {
            reasons.add(new Reason("/by", "Expected a value, but it is missing or empty."));
        }
        // What is promised already is only repeated, however late.
        Instant at = about(state, requestId, key).map(Commitment::madeAt).orElseGet(clock::instant);
        reasons.addAll(reasons(Warte.judge(body.promise(), state, its(measured.view(), code, requestId), null, at)
                .flaws()));
        orRefuse(reasons);
    }

    private static void orRefuse(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw Refusal.unprocessable(reasons);
        }
    }

    private static List<Reason> reasons(List<Flaw> flaws) {
        return flaws.stream()
                .map(it -> new Reason("/" + it.field(), it.sentence() + "."))
                .toList();
    }

    /** Corrects a commitment. */
    Mono<Done> correct(
            DepartmentCode code,
            RequestId requestId,
            String commitmentId,
            CorrectionBody body,
            ExpectedRevision seen,
            String traceparent) {
        return measured(code, requestId).flatMap(it -> {
            CaseView<DepartmentCase> view = it.view();
            Commitment commitment = view.state().dealings().commitments().get(commitmentId);
            if (commitment == null || !commitment.requestId().equals(requestId)) {
                throw Refusal.notFound();
            }
            seen.orRefuse(view.version());
            CorrectCommitment command = new CorrectCommitment(
                    requestId,
                    code,
                    commitmentId,
                    Objects.requireNonNull(body.dimension()),
                    Objects.requireNonNull(body.reason()),
                    body.dueAt(),
                    body.quantity(),
                    Objects.requireNonNull(body.by()),
                    it.yardsticks());
            orRefuse(reasons(command.flaws(commitment, clock.instant())));
            return submit(
                            Submission.<DepartmentCommand>of(id(requestId), command)
                                    .expecting(view.version()),
                            traceparent)
                    .map(accepted -> done(
                            it,
                            accepted,
                            Objects.requireNonNull(accepted.view()
                                    .state()
                                    .dealings()
                                    .commitments()
                                    .get(commitmentId))));
        });
    }

    private record Measured(CaseView<DepartmentCase> view, Map<RequestId, Yardstick> yardsticks) {}

    private Mono<Measured> measured(DepartmentCode code, RequestId requestId) {
        return cases.read(id(requestId), Map.of()).flatMap(view -> {
            its(view, code, requestId);
            return yardsticks.of(view.state(), requestId).map(all -> new Measured(view, all));
        });
    }

    private Mono<Outcome.Accepted<DepartmentCase, DepartmentFact>> submit(
            Submission<? extends DepartmentCommand> submission, String traceparent) {
        Submission<DepartmentCommand> traced =
                new Submission<>(submission.caseId(), submission.command(), submission.expectedVersion(), traceparent);
        return cases.submit(traced).map(outcome -> {
            if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(var refused, var why, var view)) {
                throw refusal(refused, why, view, submission.command());
            }
            return Outcomes.accepted(outcome);
        });
    }

    private static Refusal refusal(String code, String why, CaseView<DepartmentCase> view, DepartmentCommand command) {
        return switch (code) {
            case "unknown-request", "not-your-request", "unknown-commitment" -> Refusal.notFound();
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "unusual-commitment", "no-commitment", "no-correction" -> Refusal.unprocessable(code, why);
            default ->
                Refusal.conflict(
                        code,
                        why + ".",
                        command instanceof MakeCommitment make
                                ? RequestView.stateOf(Objects.requireNonNull(
                                        view.state().request(make.reply().requestId())))
                                : null);
        };
    }

    private Done done(
            Measured measured, Outcome.Accepted<DepartmentCase, DepartmentFact> accepted, Commitment commitment) {
        Answers.Written now = Outcomes.written(accepted.view(), DepartmentDefinition.STREAM);
        return new Done(
                new Answers.Written(
                        now.caseId(),
                        now.revision(),
                        now.positions(),
                        accepted.events().isEmpty()),
                Committed.of(
                        commitment,
                        StackedMargins.of(accepted.view().state(), measured.yardsticks(), clock.instant())));
    }

    private static Optional<Commitment> about(DepartmentCase state, RequestId requestId, IdempotencyKey key) {
        return state.dealings().commitments().all().stream()
                .filter(it ->
                        it.requestId().equals(requestId) && it.reply().replyId().equals(key.value()))
                .findFirst();
    }

    private static Request its(CaseView<DepartmentCase> view, DepartmentCode code, RequestId requestId) {
        Request request = view.state().request(requestId);
        if (request == null || !request.ask().department().equals(code)) {
            throw Refusal.notFound();
        }
        return request;
    }

    private static String id(RequestId requestId) {
        return requestId.caseId().value();
    }
}
