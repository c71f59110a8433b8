package io.redress.resolution.domain;

import io.redress.contracts.PromiseEvent;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseKept;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.resolution.domain.PromiseFact.DateLearned;
import io.redress.resolution.domain.PromiseFact.DoubtLearned;
import io.redress.resolution.domain.PromiseFact.EstimateLearned;
import io.redress.resolution.domain.PromiseFact.LackLearned;
import io.redress.resolution.domain.PromiseFact.MatterLearned;
import io.redress.resolution.domain.PromiseFact.OverdueSeen;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the customer of a case may count on.
 *
 * @param all the latest {@value #MOST}, in the order in which they were made
 * @param product what the case is about; absent where nobody said
 * @param region where it happened; absent likewise
 */
public record Promises(
        List<Promise> all,
        @Nullable String product,
        @Nullable String region) {
    /** A customer who has chosen this often is better served by a person. */
    static final int MOST = 10;

    private static final int LONGEST = 90;

    static final Promises NONE = new Promises(List.of(), null, null);

    public Promises(@Nullable List<Promise> all, @Nullable String product, @Nullable String region) {
        this.all = all == null ? List.of() : List.copyOf(all);
        this.product = product;
        this.region = region;
    }

    /** Those for which somebody still works. */
    public List<Promise> open() {
        return all.stream().filter(Promise::open).toList();
    }

    public Optional<Promise> of(String promiseId) {
        return all.stream().filter(it -> it.id().equals(promiseId)).findFirst();
    }

    /** When a date passes that has been promised. */
    public Optional<Instant> nextDue() {
        return SettlingPromises.nextDue(this);
    }

    /** What a promise rests on, as {@code product:lamp}; the same words find it when an order has become impossible. */
    public List<String> restsOn(Promise promise, Membership membership) {
        return Stream.of(
                        Stream.ofNullable(product).map(it -> on("product", it)),
                        Stream.ofNullable(region).map(it -> on("region", it)),
                        Stream.ofNullable(membership.incident()).map(it -> on("incident", it.value())),
                        Objects.requireNonNullElse(promise.made().resources(), List.<String>of()).stream()
                                .map(it -> on("resource", it)),
                        promise.lines().stream()
                                .filter(PromiseLine::open)
                                .map(it -> on(
                                        "department", it.promised().department().value())))
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /** In one form, whoever writes it: small letters, without what no index takes, the first {@value #LONGEST} characters. */
    public static String on(String kind, String name) {
        StringBuilder plain = new StringBuilder(kind).append(':');
        name.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(it -> !Character.isISOControl(it) && Character.getType(it) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    Promises after(ResolutionFact fact) {
        return switch (fact) {
            case Published(ResolutionEvent event) -> after(event);
            case PromiseFact it -> after(it);
            default -> this;
        };
    }

    private Promises after(PromiseFact fact) {
        return switch (fact) {
            case MatterLearned(var what, var where) -> new Promises(all, what, where);
            // Whoever names a date knows better than what was estimated without it.
            case DateLearned(var id, var step, var request, var dueAt, var evidence) ->
                with(
                        id,
                        it -> it.with(step, line -> line.due(request, dueAt, evidence))
                                .estimated(null));
            case DoubtLearned(var id, var step, var evidence) ->
                with(id, it -> it.with(step, line -> line.doubted(evidence)));
            case OverdueSeen(var id, var step, var at) -> with(id, it -> it.with(step, line -> line.overdue(at)));
            case LackLearned(var id, var step) -> with(id, it -> it.with(step, PromiseLine::lacking));
            case EstimateLearned(var id, var estimate) -> with(id, it -> it.estimated(estimate));
        };
    }

    private Promises after(ResolutionEvent event) {
        return switch (event) {
            case PromiseEvent it -> after(it);
            case ExecutionStepCompleted done ->
                with(it -> it.open(), it -> it.with(done.stepId(), line -> line.delivered(done.completedAt())));
            case ExecutionStepFailed failed ->
                with(it -> it.open() && it.line(failed.stepId()).isPresent(), it -> it.ended(Promise.Standing.BROKEN));
            default -> this;
        };
    }

    private Promises after(PromiseEvent event) {
        return switch (event) {
            case PromiseMade made ->
                new Promises(
                        Stream.concat(all.stream(), Stream.of(Promise.of(made)))
                                .skip(Math.max(0, all.size() + 1 - MOST))
                                .toList(),
                        product,
                        region);
            case PromiseNoticeGiven _ -> this;
            case PromiseInfeasible slip -> with(slip.promiseId(), it -> it.slipped(slip));
            case PromiseCorrected it -> with(it.promiseId(), promise -> promise.corrected(it));
            case PromiseMissed it -> with(it.promiseId(), promise -> promise.missing(it.part()));
            case PromiseKept it -> with(it.promiseId(), promise -> promise.ended(Promise.Standing.KEPT));
            case PromiseReleased it -> with(it.promiseId(), promise -> promise.ended(Promise.Standing.RELEASED));
        };
    }

    private Promises with(String promiseId, UnaryOperator<Promise> change) {
        return with(it -> it.id().equals(promiseId), change);
    }

    private Promises with(Predicate<Promise> which, UnaryOperator<Promise> change) {
        return new Promises(
                all.stream().map(it -> which.test(it) ? change.apply(it) : it).toList(), product, region);
    }
}
