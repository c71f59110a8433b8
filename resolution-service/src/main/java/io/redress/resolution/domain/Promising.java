package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.Limits;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.resolution.domain.ClearanceFact.IdeasLearned;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import io.redress.resolution.domain.PromiseCommand.LearnDate;
import io.redress.resolution.domain.PromiseCommand.LearnDeviation;
import io.redress.resolution.domain.PromiseCommand.LearnDoubt;
import io.redress.resolution.domain.PromiseCommand.LearnEstimate;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.PromiseCommand.LearnLack;
import io.redress.resolution.domain.PromiseFact.DateLearned;
import io.redress.resolution.domain.PromiseFact.DoubtLearned;
import io.redress.resolution.domain.PromiseFact.EstimateLearned;
import io.redress.resolution.domain.PromiseFact.LackLearned;
import io.redress.resolution.domain.PromiseFact.MatterLearned;
import io.redress.resolution.domain.PromiseFact.OverdueSeen;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.RoutingLearned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A promise is kept, or its breach is told as soon as it is known (rule 8). */
final class Promising implements Following {
    /** Where the consultants work, who correct promises. */
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final PromiseTerms terms;
    private final ProposeSolutions propose;
    private final MakingPromises making;
    private final HonestyClock honesty;

    Promising(PromiseTerms terms, ProposeSolutions propose) {
        this.terms = terms;
        this.propose = propose;
        this.making = new MakingPromises(terms.working());
        this.honesty = new HonestyClock(terms.working());
    }

    Decision<ResolutionFact> decide(ResolutionCase known, PromiseCommand command, Instant now) {
        Promises promises = known.assurances().promises();
        return switch (command) {
            case LearnDate it -> Decision.accept(learned(promises, it));
            case LearnDeviation it -> Decision.accept(deviated(promises, it, now));
            case LearnDoubt(var request, var evidence) ->
                onLine(promises, new LearnDate(request, null, now, evidence))
                        .map(it -> Decision.<ResolutionFact>accept(
                                new DoubtLearned(it.promise().id(), it.line().stepId(), evidence)))
                        .orElseGet(Decision::nothing);
            case LearnLack(var request) ->
                Decision.accept(promises.all().stream()
                        .flatMap(promise -> promise.line(request, null).stream()
                                .filter(PromiseLine::full)
                                .<ResolutionFact>map(line -> new LackLearned(promise.id(), line.stepId())))
                        .toList());
            case LearnEstimate it -> Decision.accept(estimated(promises, it));
            case CorrectPromise it -> corrected(known, it, now);
            case LearnImpossible(var order) -> Decision.accept(impossible(known, order, now));
        };
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        Told told = new Told(before.assurances().promises(), facts);
        for (ResolutionFact fact : facts) {
            if (fact instanceof Published(OptionChosen chosen) && !CarryingOut.goesOn(before, chosen)) {
                Instant wish = wish(before, command);
                option(before.progress(), chosen).ifPresent(it -> promised(told, it, chosen, wish));
            } else if (fact instanceof Published(ExecutionStepFailed failed)) {
                broken(told, before.assurances().promises(), failed);
            } else if (fact instanceof Published(CaseClosed closed)) {
                released(told, closed.caseId(), "The case is closed.", closed.closedAt());
            } else if (fact instanceof RoutingLearned && command instanceof LearnRouting(CaseRouted routed)) {
                matter(routed).ifPresent(told::add);
            }
        }
        for (Promise promise : told.promises.open()) {
            promise.lines().stream()
                    .filter(line ->
                            line.nextLook().filter(it -> !it.isAfter(now)).isPresent())
                    .forEach(line -> told.add(new OverdueSeen(promise.id(), line.stepId(), now)));
        }
        for (Promise promise : told.promises.open()) {
            told.addAll(Slip.told(honesty.slip(promise).stream().toList(), terms.toldFirst(), now));
        }
        for (Promise promise : told.promises.all()) {
            SettlingPromises.settled(promise, now).forEach(told::tell);
        }
        return Decision.accept(told.facts);
    }

    /** Said with the choice, also where what is held for it had to be taken first. */
    private static @Nullable Instant wish(ResolutionCase before, ResolutionCommand command) {
        PendingChoice choosing = before.assurances().reservations().choosing();
        if (command instanceof Choose choose) {
            return choose.wantedBy();
        }
        return choosing == null ? null : choosing.wantedBy();
    }

    private static List<ResolutionFact> learned(Promises promises, LearnDate date) {
        Instant dueAt = date.dueAt();
        if (dueAt == null) {
            return List.of();
        }
        return onLine(promises, date)
                .filter(it -> !dueAt.equals(it.line().dueAt())
                        || !date.request().equals(it.line().request()))
                .<ResolutionFact>map(it ->
                        new DateLearned(it.promise().id(), it.line().stepId(), date.request(), dueAt, date.evidence()))
                .stream()
                .toList();
    }

    /** What it does to the date shows on the chain; cost and quality have no slack. */
    private List<ResolutionFact> deviated(Promises promises, LearnDeviation it, Instant now) {
        Evidence evidence = it.evidence();
        List<ResolutionFact> facts = new ArrayList<>();
        if (it.newDueAt() != null) {
            facts.addAll(learned(promises, new LearnDate(it.request(), null, it.newDueAt(), evidence)));
        }
        onLine(promises, new LearnDate(it.request(), null, now, evidence)).ifPresent(on -> {
            if (evidence.kind() == Kind.INCOMPLETE || evidence.kind() == Kind.MISTAKE) {
                facts.add(new LackLearned(on.promise().id(), on.line().stepId()));
            }
            if (it.dimension() == Dimension.TIME && it.newDueAt() == null) {
                // Late, and nobody knows how late: what shows it first counts when somebody does.
                facts.add(new DoubtLearned(on.promise().id(), on.line().stepId(), evidence));
            }
            if (it.dimension() != Dimension.TIME) {
                Slip slip = new Slip(
                        on.promise(),
                        it.dimension(),
                        null,
                        null,
                        null,
                        evidence,
                        evidence.at(),
                        List.of(on.line().stepId()),
                        null);
                facts.addAll(Slip.told(List.of(slip), terms.toldFirst(), now));
            }
        });
        return facts;
    }

    private List<ResolutionFact> estimated(Promises promises, LearnEstimate it) {
        return promises.open().stream()
                .<ResolutionFact>map(promise ->
                        new EstimateLearned(promise.id(), new Promise.Estimate(it.to(), evidence(promise, it))))
                .toList();
    }

    /** A department has said nothing where its own date has passed, or where it was asked whether that is still true. */
    private Evidence evidence(Promise promise, LearnEstimate it) {
        PromiseLine line = honesty.decisive(promise);
        boolean silent = line.doubt() != null
                || Optional.ofNullable(line.dueAt()).filter(it.at()::isAfter).isPresent();
        return new Evidence(it.event(), it.at(), line.promised().department(), Kind.DELAY, silent, it.cause());
    }

    private Decision<ResolutionFact> corrected(ResolutionCase known, CorrectPromise it, Instant now) {
        Promise promise = known.assurances().promises().of(it.promiseId()).orElse(null);
        if (promise == null) {
            return Decision.reject("unknown-promise", "Expected a promise of this case, but got another.");
        }
        if (promise.dueAt().equals(it.dueAt())) {
            return Decision.nothing();
        }
        if (!promise.open()) {
            return Decision.reject("promise-settled", "Expected a promise that is open, but it is settled.");
        }
        if (!it.dueAt().isAfter(now)) {
            return Decision.reject("date-passed", "Expected a date to come, but it has passed.");
        }
        PromiseCorrected corrected = new PromiseCorrected(
                promise.made().caseId(),
                promise.id(),
                it.reason(),
                promise.made().dueAt(),
                promise.dueAt(),
                it.dueAt(),
                it.by(),
                now);
        Instant earliest =
                honesty.slip(promise.corrected(corrected)).map(Slip::newDueAt).orElse(null);
        if (earliest != null) {
            return Decision.reject(
                    "cannot-be-kept",
                    "Expected a date that can be kept, by all that is known not before " + earliest + ", but got "
                            + it.dueAt() + ".");
        }
        List<ResolutionFact> facts = new ArrayList<>();
        if (it.dueAt().isAfter(promise.dueAt())) {
            facts.addAll(Slip.told(List.of(later(promise, it, now)), terms.toldFirst(), now));
        }
        facts.add(new Published(corrected));
        return Decision.accept(facts);
    }

    /** A later date is told as any other slip, whoever names it: inside first. */
    private Slip later(Promise promise, CorrectPromise it, Instant now) {
        return new Slip(
                promise,
                Dimension.TIME,
                it.dueAt(),
                null,
                null,
                Evidence.date(promise.id(), now, FRONT_DESK, it.reason()),
                now,
                CriticalPath.of(promise, terms.working()).steps(),
                null);
    }

    /** The same numbers for everybody whom it concerns, and once; a date that the promise can bear concerns nobody. */
    private List<ResolutionFact> impossible(ResolutionCase known, ImpossibleOrder order, Instant now) {
        Promises promises = known.assurances().promises();
        List<ResolutionFact> facts = new ArrayList<>();
        for (Promise promise : promises.open()) {
            if (promises.restsOn(promise, known.assurances().membership()).containsAll(order.restsOn())
                    && promise.slips().stream().noneMatch(it -> order.id().equals(it.orderId()))) {
                facts.addAll(Slip.told(slips(promise, order), terms.toldFirst(), now));
            }
        }
        if (!facts.isEmpty() && known.progress() instanceof Executing executing) {
            facts.addAll(alternatives(promises, facts, order, executing, now));
        }
        return facts;
    }

    /** Beside what was chosen, with the date that was just told. */
    private List<ResolutionFact> alternatives(
            Promises before, List<ResolutionFact> told, ImpossibleOrder order, Executing executing, Instant now) {
        List<OptionIdea> ideas = order.alternatives().stream()
                .filter(it -> !isSame(it, executing.chosen()))
                .toList();
        if (ideas.isEmpty()) {
            return List.of();
        }
        Promises promises = before;
        for (ResolutionFact fact : told) {
            promises = promises.after(fact);
        }
        int days = promises.open().stream()
                .map(it -> Math.min(Limits.DAYS, terms.working().until(now, it.dueAt())))
                .max(Comparator.naturalOrder())
                .orElse(executing.chosen().days());
        return List.of(
                new IdeasLearned(ideas.stream()
                        .map(idea -> Origin.of(idea, order.department(), order.by(), null))
                        .toList()),
                new Published(propose.alternatives(
                        executing, ideas, new GoingOn.Changed(GoingOn.touched(told), days), order.department(), now)));
    }

    private static boolean isSame(OptionIdea idea, Option chosen) {
        return OptionKinds.canonical(idea.kind()).equals(OptionKinds.canonical(chosen.kind()))
                && idea.title().strip().equalsIgnoreCase(chosen.title().strip());
    }

    private List<Slip> slips(Promise promise, ImpossibleOrder order) {
        List<String> path = CriticalPath.of(promise, terms.working()).steps();
        return order.touched().stream()
                .filter(it -> it.newDueAt() == null || it.newDueAt().isAfter(promise.dueAt()))
                .map(it -> new Slip(
                        promise,
                        it.dimension(),
                        it.newDueAt(),
                        it.was(),
                        it.becomes(),
                        order.evidence(it),
                        order.declaredAt(),
                        path,
                        order.id()))
                .toList();
    }

    private void promised(Told told, Option option, OptionChosen chosen, @Nullable Instant wish) {
        released(told, chosen.caseId(), "The customer has chosen anew.", chosen.chosenAt());
        told.tell(making.of(option, chosen, wish));
    }

    /** What is delivered stays what it was. */
    private static void released(Told told, CaseId caseId, String reason, Instant now) {
        told.promises.open().forEach(it -> told.tell(new PromiseReleased(caseId, it.id(), reason, now)));
    }

    private static void broken(Told told, Promises before, ExecutionStepFailed failed) {
        before.open().stream()
                .filter(it -> it.line(failed.stepId()).isPresent() && !it.hasMissed(Part.FULL))
                .forEach(it -> told.tell(
                        new PromiseMissed(failed.caseId(), it.id(), Part.FULL, it.dueAt(), failed.failedAt())));
    }

    private static Optional<ResolutionFact> matter(CaseRouted routed) {
        return routed.product() == null && routed.region() == null
                ? Optional.empty()
                : Optional.of(new MatterLearned(routed.product(), routed.region()));
    }

    private static Optional<Option> option(Progress before, OptionChosen chosen) {
        return switch (before) {
            case Proposed proposed -> proposed.option(chosen.optionId());
            case Paused(Progress beneath) -> option(beneath, chosen);
            default -> Optional.empty();
        };
    }

    private static Optional<On> onLine(Promises promises, LearnDate it) {
        return promises.open().stream()
                .flatMap(promise -> promise.line(it.request(), it.stepId()).stream()
                        .filter(PromiseLine::open)
                        .map(line -> new On(promise, line)))
                .findFirst();
    }

    private record On(Promise promise, PromiseLine line) {}

    /** The promises as they are with all that has been told so far. */
    private static final class Told {
        private final List<ResolutionFact> facts = new ArrayList<>();
        private Promises promises;

        Told(Promises before, List<ResolutionFact> decided) {
            promises = before;
            decided.forEach(this::add);
        }

        void add(ResolutionFact fact) {
            facts.add(Objects.requireNonNull(fact));
            promises = promises.after(fact);
        }

        void addAll(List<ResolutionFact> more) {
            more.forEach(this::add);
        }

        void tell(PromiseEvent event) {
            add(new Published(event));
        }
    }
}
