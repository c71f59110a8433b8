package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.ReleaseStatement;
import io.redress.resolution.domain.ClaimFact.StatementKept;
import io.redress.resolution.domain.ClaimFact.StatementWaits;
import io.redress.resolution.domain.HeldStatement.Awaited;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nothing is said to the customer, over any channel, but what is live and cleared (R20, R52). */
final class Speaking {
    private static final DepartmentCode PUBLIC_VOICE = new DepartmentCode("marketing-pr");

    private Speaking() {}

    static Decision<ResolutionFact> release(Unfolding unfolding, ResolutionCase known, ReleaseStatement command) {
        Claims claims = unfolding.claims();
        Optional<ReleasedStatement> before = claims.statement(command.statementId())
                .or(() -> claims.held(command.statementId()).map(HeldStatement::statement));
        if (before.isPresent()) {
            return before.get().template().equals(command.template())
                            && before.get().channel() == command.channel()
                    ? Decision.nothing()
                    : Decision.reject(
                            "idempotency-key-reused",
                            "Expected the same statement under the same key, but got another.");
        }
        StatementText text = StatementText.of(command.template());
        List<String> free = text.freeFacts(Set.of(unfolding.caseId().value()));
        if (!free.isEmpty()) {
            return Decision.reject("free-facts", String.join(" ", free));
        }
        List<String> refused = refusals(claims, known.progress(), command.channel(), command.speaker(), text);
        if (claims.statements().size() + claims.held().size() >= Claims.MOST_STATEMENTS) {
            refused.add("Expected at most " + Claims.MOST_STATEMENTS + " statements in a case, but there are as many.");
        }
        if (!refused.isEmpty()) {
            return Decision.reject("not-sayable", String.join(" ", refused));
        }
        ReleasedStatement statement = new ReleasedStatement(
                command.statementId(),
                command.channel(),
                command.template(),
                text.cited(claims),
                command.speaker().department(),
                command.speaker().person(),
                unfolding.now());
        String said = statement.said();
        if (said.codePointCount(0, said.length()) > Limits.WORDS) {
            return Decision.reject(
                    "too-long", "Expected at most " + Limits.WORDS + " characters with the values in their places.");
        }
        List<Awaited> awaits = StatementGates.of(
                known.assurances().clearances().known(),
                command.speaker(),
                statement.cites().isEmpty());
        if (awaits.isEmpty()) {
            say(unfolding, statement);
        } else {
            hold(unfolding, new HeldStatement(statement, awaits, List.of()));
        }
        return Decision.accept(unfolding.facts());
    }

    private static void hold(Unfolding unfolding, HeldStatement held) {
        ReleasedStatement statement = held.statement();
        unfolding.tell(new StatementHeld(
                unfolding.caseId(),
                statement.statementId(),
                statement.channel(),
                held.awaits().stream().map(Awaited::gate).toList(),
                held.awaits().stream()
                        .flatMap(it -> Stream.ofNullable(it.department()))
                        .toList(),
                statement.department(),
                statement.by(),
                unfolding.now()));
        unfolding.add(new StatementWaits(held));
    }

    static void say(Unfolding unfolding, ReleasedStatement statement) {
        unfolding.tell(new StatementReleased(
                unfolding.caseId(),
                statement.statementId(),
                statement.channel(),
                statement.said(),
                statement.cites(),
                statement.department(),
                statement.by(),
                unfolding.now()));
        unfolding.add(new StatementKept(statement));
    }

    /** All that speaks against saying it now. */
    static List<String> refusals(
            Claims claims, Progress progress, Channel channel, ClaimCommand.Speaker speaker, StatementText text) {
        List<String> refused = new ArrayList<>();
        if (progress instanceof Progress.Paused) {
            refused.add("Expected a case with a voice of its own, but it is part of another, which speaks for both.");
        }
        if (channel == Channel.PUBLIC && !speaker.department().equals(PUBLIC_VOICE)) {
            refused.add("Expected " + PUBLIC_VOICE + " to say what is public.");
        }
        if (text.keys().size() > Limits.CITATIONS) {
            refused.add("Expected at most " + Limits.CITATIONS + " claims in a statement, but got "
                    + text.keys().size() + ".");
        }
        text.keys().stream()
                .map(key -> refusal(claims, key))
                .filter(Objects::nonNull)
                .forEach(refused::add);
        return refused;
    }

    /** Why this cannot be said now; null where it can. */
    private static @Nullable String refusal(Claims claims, String key) {
        StatedClaim live = claims.live(key).orElse(null);
        if (live == null) {
            return "Expected a live claim for " + key + ", but there is none.";
        }
        if (!live.missing().isEmpty()) {
            return "Expected " + live.missing().getFirst().clears() + " to have cleared " + key + ", but it has not.";
        }
        if (claims.hearing(key).isPresent()) {
            return "Expected everybody who relied on the former value of " + key + " to know first, but not all do.";
        }
        List<StatedClaim> contested = claims.contested(key);
        return contested.isEmpty()
                ? null
                : "Expected the departments to agree on " + key + ", but "
                        + String.join(
                                " and ",
                                Stream.concat(Stream.of(live), contested.stream())
                                        .map(it -> it.department().value())
                                        .distinct()
                                        .toList())
                        + " do not.";
    }
}
