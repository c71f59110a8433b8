package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.StatementCleared;
import io.redress.contracts.ClaimEvent.StatementRefused;
import io.redress.resolution.domain.ClaimCommand.ClearStatement;
import io.redress.resolution.domain.ClaimCommand.RefuseStatement;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimFact.StatementClearedBy;
import io.redress.resolution.domain.HeldStatement.Awaited;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What waits for somebody's agreement is said with it, exactly as it was read; nobody agrees to their own words. */
final class ClearingStatements {
    private ClearingStatements() {}

    static Decision<ResolutionFact> clear(Unfolding unfolding, Progress progress, ClearStatement command) {
        if (unfolding.claims().statement(command.statementId()).isPresent()) {
            return Decision.nothing();
        }
        HeldStatement held = unfolding.claims().held(command.statementId()).orElse(null);
        if (held == null) {
            return unknown(command.statementId());
        }
        Speaker speaker = command.speaker();
        if (held.clearances().stream().anyMatch(it -> it.department().equals(speaker.department()))) {
            return Decision.nothing();
        }
        if (held.statement().by().equals(speaker.person())) {
            return Decision.reject(
                    "four-eyes", "Expected somebody else than " + speaker.person() + ", who wants to say it.");
        }
        List<String> gates = held.awaits().stream()
                .filter(it -> it.isFor(speaker.department()))
                .map(Awaited::gate)
                .toList();
        if (gates.isEmpty()) {
            return notYourGate(held);
        }
        List<String> refused = refusals(unfolding.claims(), progress, held.statement());
        if (!refused.isEmpty()) {
            return Decision.reject("not-sayable", String.join(" ", refused));
        }
        unfolding.add(new StatementClearedBy(
                command.statementId(),
                new HeldStatement.Cleared(gates, speaker.department(), speaker.person(), unfolding.now())));
        if (unfolding
                .claims()
                .held(command.statementId())
                .orElseThrow()
                .awaits()
                .isEmpty()) {
            Speaking.say(unfolding, held.statement().releasedAt(unfolding.now()));
        } else {
            unfolding.tell(new StatementCleared(
                    unfolding.caseId(),
                    command.statementId(),
                    gates,
                    speaker.department(),
                    speaker.person(),
                    unfolding.now()));
        }
        return Decision.accept(unfolding.facts());
    }

    static Decision<ResolutionFact> refuse(Unfolding unfolding, RefuseStatement command) {
        HeldStatement held = unfolding.claims().held(command.statementId()).orElse(null);
        if (held == null) {
            return unknown(command.statementId());
        }
        Speaker speaker = command.speaker();
        if (!held.statement().by().equals(speaker.person())
                && !speaker.decidesForOthers()
                && held.awaits().stream().noneMatch(it -> it.isFor(speaker.department()))) {
            return notYourGate(held);
        }
        unfolding.tell(new StatementRefused(
                unfolding.caseId(),
                command.statementId(),
                speaker.department(),
                speaker.person(),
                command.reason(),
                unfolding.now()));
        return Decision.accept(unfolding.facts());
    }

    /** What was read must still be what would be said. */
    private static List<String> refusals(Claims claims, Progress progress, ReleasedStatement statement) {
        StatementText text = StatementText.of(statement.template());
        List<String> refused = new ArrayList<>(Speaking.refusals(
                claims,
                progress,
                statement.channel(),
                new Speaker(statement.department(), statement.by(), false),
                text));
        if (refused.isEmpty() && !text.cited(claims).equals(statement.cites())) {
            refused.add("Expected the facts that were held to be cleared, but others hold by now. Say it anew.");
        }
        return refused;
    }

    private static Decision<ResolutionFact> unknown(String statementId) {
        return Decision.reject(
                "unknown-statement", "Expected a statement that waits to be cleared, but " + statementId + " is none.");
    }

    private static Decision<ResolutionFact> notYourGate(HeldStatement held) {
        return Decision.reject(
                "not-your-gate",
                "Expected "
                        + held.awaits().stream()
                                .map(it -> Objects.requireNonNullElse(it.department(), "somebody else")
                                        .toString())
                                .distinct()
                                .toList()
                        + " to decide about it.");
    }
}
