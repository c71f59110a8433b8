package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.FRONT_DESK;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.routed;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Claim;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.ReleaseStatement;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A case in which departments state facts, under all the rules, with everything that was told. */
final class Stated {
    static final Duration TO_HEAR = Cases.TERMS.correctionAwaited();
    static final DepartmentCode MANUFACTURING = new DepartmentCode("manufacturing");
    static final DepartmentCode PR = new DepartmentCode("marketing-pr");
    static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");

    private final ResolutionRules rules = Cases.rules();
    private final List<ResolutionEvent> log = new ArrayList<>();
    private final List<ResolutionFact> facts = new ArrayList<>();
    private ResolutionState state = rules.initialState();
    private Instant now = NOW;

    private Stated() {}

    /** One that finance and logistics have a part in. */
    static Stated routedCase() {
        Stated stated = new Stated();
        stated.accept(routed(FINANCE, LOGISTICS));
        return stated;
    }

    /** One for which routing has asked for the clearance of these departments besides. */
    static Stated gatedBy(DepartmentCode... departments) {
        Stated stated = new Stated();
        CaseRouted plain = routed(FINANCE, LOGISTICS).routed();
        stated.accept(new LearnRouting(new CaseRouted(
                plain.caseId(),
                plain.nature(),
                plain.cause(),
                plain.lead(),
                plain.involvements(),
                plain.owner(),
                plain.customer(),
                plain.submittedBy(),
                plain.language(),
                plain.rule(),
                plain.routedAt(),
                plain.dueAt(),
                null,
                null,
                Stream.of(departments)
                        .map(it -> new Gate(it, "Much is at stake.", "crisis-to-senior-management"))
                        .toList(),
                null,
                null,
                null)));
        return stated;
    }

    static Speaker from(DepartmentCode department) {
        return new Speaker(department, department + "-person", false);
    }

    static Speaker supervisor() {
        return new Speaker(FRONT_DESK, "eva", true);
    }

    static MakeClaim claim(DepartmentCode department, String key, String value) {
        return new MakeClaim(key, value, null, from(department));
    }

    static SupersedeClaim superseding(DepartmentCode department, String claimId, String value) {
        return new SupersedeClaim(claimId, value, "The carrier has moved the tour.", null, from(department));
    }

    static ReleaseStatement statement(String id, Channel channel, DepartmentCode department, String text) {
        return new ReleaseStatement(id, channel, text, from(department));
    }

    static LearnAnswer answer(DepartmentCode department, String key, String value) {
        return answer(department, key, value, NOW);
    }

    /** One that may have been on its way for a while. */
    static LearnAnswer answer(DepartmentCode department, String key, String value, Instant answeredAt) {
        return new LearnAnswer(new RequestAnswered(
                CASE,
                request(department.equals(FINANCE) ? 1 : 2),
                department,
                RequestKind.SOLUTION,
                null,
                true,
                "What we found.",
                List.of(new Claim(key, value, null)),
                List.of(),
                "remus",
                answeredAt));
    }

    /** What follows; the facts and the log have it. */
    List<ResolutionFact> accept(ResolutionCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<ResolutionFact>(var decided) -> decided;
            case Decision.Rejected<ResolutionFact>(var code, var why) -> throw new AssertionError(code + ": " + why);
        };
    }

    /** The code of the refusal. */
    String refused(ResolutionCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<ResolutionFact>(var decided) -> throw new AssertionError("accepted " + decided);
            case Decision.Rejected<ResolutionFact>(var code, var _) -> code;
        };
    }

    Decision<ResolutionFact> decide(ResolutionCommand command) {
        Decision<ResolutionFact> decision = rules.decide(state, command, now);
        if (decision instanceof Decision.Accepted<ResolutionFact>(var decided)) {
            facts.addAll(decided);
            for (ResolutionFact fact : decided) {
                state = rules.evolve(state, fact);
                if (fact instanceof Published(var event)) {
                    log.add(event);
                }
            }
        }
        return decision;
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    Instant now() {
        return now;
    }

    Promises promises() {
        return ResolutionRules.caseOf(state).assurances().promises();
    }

    Claims claims() {
        return ResolutionRules.caseOf(state).assurances().claims();
    }

    StatedClaim live(String key) {
        return claims().live(key).orElseThrow();
    }

    /** Everything that has happened, in its order. */
    List<ResolutionFact> facts() {
        return facts;
    }

    /** Everything that was told, in its order. */
    List<ResolutionEvent> log() {
        return log;
    }

    <E> List<E> told(Class<E> kind) {
        return log.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
