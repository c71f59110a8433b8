package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.CommitmentMade;
import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentCommand.JudgeCommitments;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.CommitmentFact.CommitmentNoted;
import io.redress.department.domain.CommitmentFact.CommitmentWeighed;
import io.redress.department.domain.CommitmentFact.StackNoted;
import io.redress.department.domain.Commitments.Stack;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The rules about what is promised. */
final class Committing {
    private Committing() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, CommitmentCommand command, Instant now) {
        return switch (command) {
            // It is a reply, and is heard like any other one.
            case MakeCommitment _ -> nothing();
            case CorrectCommitment correct -> Correcting.correct(state, correct, now);
            case JudgeCommitments(var measured) -> {
                List<DepartmentFact> facts = new ArrayList<>();
                state.dealings()
                        .commitments()
                        .live()
                        .filter(it -> it.judged() == null)
                        .forEach(it -> facts.addAll(judged(state, it, measured, now)));
                facts.addAll(stacked(state, measured, now));
                yield accept(facts);
            }
        };
    }

    /** A promise as it was said, before it is judged. */
    static Decision<DepartmentFact> make(
            DepartmentCase state, Open request, DepartmentReply.Commitment reply, Instant now) {
        Commitments commitments = state.dealings().commitments();
        Commitment before = commitments.about(reply.requestId()).orElse(null);
        if (before != null && !before.hasEnded()) {
            return reject(
                    "already-committed",
                    "Expected a correction of " + before.id() + ", because what is promised about " + reply.requestId()
                            + " is only ever changed openly");
        }
        if (commitments.all().size() >= Commitments.MOST) {
            return reject(
                    "too-many-commitments",
                    "Expected at most " + Commitments.MOST + " commitments in a case, but there are as many already");
        }
        Warte warte = Warte.judge(Promise.of(reply), state, request, null, now);
        return warte.isCommitment()
                ? accept(made(state, request, reply, now))
                : reject("no-commitment", sentences(warte.flaws()));
    }

    private static List<DepartmentFact> made(
            DepartmentCase state, Open request, DepartmentReply.Commitment reply, Instant now) {
        String id = "commitment-" + (state.dealings().commitments().all().size() + 1);
        Commitment commitment = new Commitment(
                id,
                reply,
                Asking.requester(state, request.ask()),
                now,
                request.ask().dueAt(),
                List.of(),
                null,
                List.of(),
                null);
        return List.of(
                new CommitmentNoted(commitment),
                new Published(new CommitmentMade(
                        reply.requestId().caseId(),
                        reply.requestId(),
                        id,
                        reply.department(),
                        commitment.beneficiary(),
                        reply.quantity(),
                        reply.unit(),
                        reply.acceptance(),
                        reply.need(),
                        reply.dueAt(),
                        reply.zone(),
                        reply.by(),
                        now,
                        commitment.requestedFor())));
    }

    /** What comparable work speaks against, where the policy is to refuse that. */
    static Decision<DepartmentFact> refused(DepartmentCase state, MakeCommitment make, Instant now) {
        DepartmentReply.Commitment reply = make.reply();
        Request request = state.request(reply.requestId());
        if (!make.strict()
                || request == null
                || state.dealings().commitments().said(reply.requestId(), reply.replyId()) != null) {
            return nothing();
        }
        Warte warte =
                Warte.judge(Promise.of(reply), state, request, make.measured().get(reply.requestId()), now);
        return warte.isUnusual()
                ? reject(
                        "unusual-commitment",
                        "Expected a promise that comparable work speaks for, but: "
                                + warte.judgements().stream()
                                        .filter(Warte::isUnusual)
                                        .map(Judgement::sentence)
                                        .collect(Collectors.joining(" ")))
                : nothing();
    }

    /** What was just decided about promises, judged. */
    static Decision<DepartmentFact> judging(
            DepartmentCase state,
            Decision<DepartmentFact> decision,
            RequestId about,
            Map<RequestId, Yardstick> measured,
            Instant now,
            BiFunction<DepartmentCase, DepartmentFact, DepartmentCase> evolve) {
        if (!(decision instanceof Decision.Accepted<DepartmentFact>(var facts)) || facts.isEmpty()) {
            return decision;
        }
        DepartmentCase next = state;
        for (DepartmentFact fact : facts) {
            next = evolve.apply(next, fact);
        }
        DepartmentCase then = next;
        List<DepartmentFact> all = new ArrayList<>(facts);
        then.dealings().commitments().about(about).ifPresent(it -> all.addAll(judged(then, it, measured, now)));
        all.addAll(stacked(then, measured, now));
        return accept(all);
    }

    private static List<DepartmentFact> judged(
            DepartmentCase state, Commitment commitment, Map<RequestId, Yardstick> measured, Instant now) {
        Request request = state.request(commitment.requestId());
        Yardstick yardstick = measured.get(commitment.requestId());
        if (request == null || yardstick == null) {
            return List.of();
        }
        Comparables usual = yardstick.comparables();
        CommitmentJudged judged = new CommitmentJudged(
                commitment.requestId().caseId(),
                commitment.requestId(),
                commitment.id(),
                commitment.department(),
                Warte.judge(commitment.promise(), state, request, yardstick, commitment.dueSaidAt())
                        .judgements(),
                usual.count(),
                usual.median().map(Duration::toSeconds).orElse(null),
                usual.p85().map(Duration::toSeconds).orElse(null),
                yardstick.capacity(),
                yardstick.free(),
                now);
        return List.of(new CommitmentWeighed(judged), new Published(judged));
    }

    private static List<DepartmentFact> stacked(DepartmentCase state, Map<RequestId, Yardstick> measured, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        for (StackedMargins found : StackedMargins.of(state, measured, now)) {
            Stack stack = new Stack(found.requests(), found.promisedFor());
            if (found.stacked() && !state.dealings().commitments().stacks().contains(stack)) {
                facts.add(new StackNoted(stack));
                facts.add(new Published(found.told(now)));
            }
        }
        return facts;
    }

    static String sentences(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::sentence).collect(Collectors.joining("; "));
    }
}
