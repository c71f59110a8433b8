package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.ReleaseStatement;
import io.redress.resolution.domain.ClaimFact.StatementKept;
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

    static Decision<ResolutionFact> release(Unfolding unfolding, Progress progress, ReleaseStatement command) {
        Claims claims = unfolding.claims();
        Optional<ReleasedStatement> before = claims.statement(command.statementId());
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
        List<String> refused = refusals(claims, progress, command, text);
        if (!refused.isEmpty()) {
            return Decision.reject("not-sayable", String.join(" ", refused));
        }
        List<Citation> cites = text.keys().stream()
                .map(claims::live)
                .flatMap(Optional::stream)
                .map(it -> new Citation(it.claimId(), it.key(), it.value()))
                .toList();
        return said(unfolding, command, text.filled(cites), cites);
    }

    private static Decision<ResolutionFact> said(
            Unfolding unfolding, ReleaseStatement command, String text, List<Citation> cites) {
        if (text.codePointCount(0, text.length()) > Limits.WORDS) {
            return Decision.reject(
                    "too-long", "Expected at most " + Limits.WORDS + " characters with the values in their places.");
        }
        ClaimCommand.Speaker speaker = command.speaker();
        unfolding.tell(new StatementReleased(
                unfolding.caseId(),
                command.statementId(),
                command.channel(),
                text,
                cites,
                speaker.department(),
                speaker.person(),
                unfolding.now()));
        unfolding.add(new StatementKept(new ReleasedStatement(
                command.statementId(),
                command.channel(),
                command.template(),
                cites,
                speaker.department(),
                speaker.person(),
                unfolding.now())));
        return Decision.accept(unfolding.facts());
    }

    private static List<String> refusals(
            Claims claims, Progress progress, ReleaseStatement command, StatementText text) {
        List<String> refused = new ArrayList<>();
        if (progress instanceof Progress.Paused) {
            refused.add("Expected a case with a voice of its own, but it is part of another, which speaks for both.");
        }
        if (command.channel() == Channel.PUBLIC
                && !command.speaker().department().equals(PUBLIC_VOICE)) {
            refused.add("Expected " + PUBLIC_VOICE + " to say what is public.");
        }
        if (claims.statements().size() >= Claims.MOST_STATEMENTS) {
            refused.add("Expected at most " + Claims.MOST_STATEMENTS + " statements in a case, but there are as many.");
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
