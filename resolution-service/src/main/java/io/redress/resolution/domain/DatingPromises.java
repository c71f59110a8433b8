package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.resolution.domain.ClaimFact.DatePromised;
import io.redress.resolution.domain.ClaimFact.DateReleased;
import io.redress.resolution.domain.ClaimFact.DateTold;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The date of a promise is a fact like any other: it is the one live value of its key, and what was said before and is
 * another is put right (rule 7). Promises tell their dates by their own messages, so nothing is told twice.
 */
final class DatingPromises implements Following {
    static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    /** Who says so; no person is called like that. */
    static final String BY = "the promise";

    static final String SAID = "A promise says it now.";
    private static final String MOVED = "The promise has moved.";
    static final String RELEASED = "It is promised no more.";
    private static final String PROMISED = "The customer was promised this with what was chosen.";

    /** Kinds of options after which something arrives, as {@link OptionKinds} writes them. */
    private static final Set<String> DELIVERING = Set.of("shipment", "express", "part-delivery", "replacement");

    private final WorkingDays working;
    private final Duration toHear;

    DatingPromises(WorkingDays working, Duration toHear) {
        this.working = working;
        this.toHear = toHear;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(List<ResolutionFact> facts))
                || facts.stream().noneMatch(DatingPromises::concernsPromises)) {
            return decided;
        }
        Claims claims = before.assurances().claims();
        CaseId caseId = null;
        for (ResolutionFact fact : facts) {
            claims = claims.after(fact);
            caseId = fact instanceof Published(var event) ? event.caseId() : caseId;
        }
        if (caseId == null) {
            return decided;
        }
        Unfolding unfolding = Claiming.unfolding(before, caseId, claims, now, toHear);
        for (ResolutionFact fact : facts) {
            follow(unfolding, before.progress(), fact);
        }
        Correcting.theCustomer(unfolding);
        return Decision.accept(
                Stream.concat(facts.stream(), unfolding.facts().stream()).toList());
    }

    private static boolean concernsPromises(ResolutionFact fact) {
        return fact instanceof Published(var event)
                && (event instanceof PromiseMade
                        || event instanceof PromiseInfeasible
                        || event instanceof PromiseCorrected
                        || event instanceof PromiseReleased);
    }

    private void follow(Unfolding unfolding, Progress before, ResolutionFact fact) {
        if (!(fact instanceof Published(var event))) {
            return;
        }
        switch (event) {
            case PromiseMade made -> option(before, made.optionId()).ifPresent(it -> made(unfolding, keyOf(it), made));
            case PromiseInfeasible slip
            when slip.newDueAt() != null -> moved(unfolding, slip.promiseId(), slip.newDueAt(), true);
            case PromiseCorrected it ->
                moved(unfolding, it.promiseId(), it.dueAt(), it.dueAt().isAfter(it.previousDueAt()));
            case PromiseReleased it ->
                of(unfolding.claims(), it.promiseId())
                        .ifPresent(claim -> unfolding.add(new DateReleased(claim.key(), claim.claimId())));
            default -> {}
        }
    }

    private void made(Unfolding unfolding, String key, PromiseMade made) {
        String value = dayOf(made.dueAt());
        StatedClaim live = unfolding.claims().live(key).orElse(null);
        if (live == null && unfolding.claims().full(FRONT_DESK)) {
            return;
        }
        if (live != null && !live.says(value)) {
            Correcting.replace(unfolding, live, value, PROMISED, made.promiseId(), null, FRONT_DESK, BY);
        } else {
            promise(unfolding, key, value, made.promiseId(), live);
        }
        told(unfolding, key, value);
    }

    /** @param isTold whether the message about the promise says so to the customer */
    private void moved(Unfolding unfolding, String promiseId, @Nullable Instant dueAt, boolean isTold) {
        StatedClaim former = of(unfolding.claims(), promiseId).orElse(null);
        if (former == null || dueAt == null || former.says(dayOf(dueAt))) {
            return;
        }
        String key = former.key();
        boolean knownByPromise = unfolding
                .claims()
                .told(key)
                .filter(it -> former.says(it.value()))
                .isPresent();
        if (isTold && former.repeatedBy().isEmpty()) {
            promise(unfolding, key, dayOf(dueAt), promiseId, former);
        } else {
            Correcting.replace(unfolding, former, dayOf(dueAt), MOVED, promiseId, null, FRONT_DESK, BY);
        }
        if (isTold && knownByPromise) {
            StatedClaim live = unfolding.claims().live(key).orElseThrow();
            unfolding.add(new DateTold(key, live.claimId(), live.value(), unfolding.now()));
        }
    }

    /** Who had said the same relies on it. */
    private static void promise(
            Unfolding unfolding, String key, String value, String promiseId, @Nullable StatedClaim instead) {
        unfolding.add(new DatePromised(
                new StatedClaim(
                        unfolding.claims().nextId(),
                        key,
                        value,
                        FRONT_DESK,
                        BY,
                        unfolding.now(),
                        promiseId,
                        null,
                        instead == null ? List.of() : instead.reliedOnExcept(FRONT_DESK),
                        List.of(),
                        new Standing.Live()),
                instead == null ? null : instead.claimId()));
        Stating.endContests(unfolding, key);
    }

    /** Who was told something else is corrected; who was not has it from the promise. */
    private static void told(Unfolding unfolding, String key, String value) {
        StatedClaim live = unfolding.claims().live(key).orElseThrow();
        boolean otherwise = unfolding
                .claims()
                .told(key)
                .filter(it -> !live.says(it.value()))
                .isPresent();
        if (!otherwise) {
            unfolding.add(new DateTold(key, live.claimId(), value, unfolding.now()));
        }
    }

    private static Optional<StatedClaim> of(Claims claims, String promiseId) {
        return claims.ledger().stream()
                .filter(it -> it.live() && it.isPromised() && promiseId.equals(it.evidence()))
                .findFirst();
    }

    private String dayOf(Instant dueAt) {
        return working.dayOf(dueAt).toString();
    }

    private static String keyOf(Option option) {
        String kind = OptionKinds.canonical(option.kind());
        return PlainFact.key((DELIVERING.contains(kind) ? "delivery" : kind) + ".date");
    }

    private static Optional<Option> option(Progress before, String optionId) {
        return switch (before) {
            case Proposed proposed -> proposed.option(optionId);
            case Paused(Progress beneath) -> option(beneath, optionId);
            default -> Optional.empty();
        };
    }
}
