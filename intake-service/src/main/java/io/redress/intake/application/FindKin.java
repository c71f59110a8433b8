package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.kinship.Likeness;
import io.redress.intake.domain.kinship.Likeness.Verdict;
import io.redress.intake.domain.kinship.Shingles;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the open cases of a customer that say what a text says. A customer with few open cases is compared with all of
 * them, which is one look-up; of a customer with more, the latest and those that share a band are.
 */
public final class FindKin {
    /** Up to so many open cases one page holds them all. */
    static final int FEW = 4;

    /** Cases that one band may bring; who has more of them has one of them. */
    private static final int PER_BAND = 8;

    private static final int MOST_KIN = 10;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final Likeness.Terms terms;

    public FindKin(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, Likeness.Terms terms) {
        this.lanes = lanes;
        this.terms = terms;
    }

    /** A case that says the same, or may. */
    public record Kin(CaseId caseId, Filed filed, Likeness likeness) {}

    /** The cases most alike first, among equals the oldest; at most {@value #MOST_KIN}. */
    public Mono<List<Kin>> of(String customerReference, Shingles text) {
        String customer = KinshipEntries.customer(customerReference);
        return lanes.find(IndexQuery.first(IntakeDefinition.BY_KIN_CUSTOMER, customer, FEW))
                .flatMap(page -> page.next().isEmpty()
                        ? Mono.just(page.cases())
                        : byBands(customer, text).map(more -> both(page.cases(), more)))
                .map(cases -> alike(cases, customerReference, text));
    }

    private Mono<List<CaseView<IntakeState>>> byBands(String customer, Shingles text) {
        return Flux.fromIterable(text.sketch().bands())
                .concatMap(band -> lanes.find(
                        IndexQuery.first(IntakeDefinition.BY_KIN_BAND, KinshipEntries.band(customer, band), PER_BAND)))
                .concatMapIterable(CaseLanes.ViewPage::cases)
                .collectList();
    }

    private static Collection<CaseView<IntakeState>> both(
            List<CaseView<IntakeState>> some, List<CaseView<IntakeState>> more) {
        Map<String, CaseView<IntakeState>> byId = new LinkedHashMap<>();
        some.forEach(view -> byId.put(view.id(), view));
        more.forEach(view -> byId.put(view.id(), view));
        return byId.values();
    }

    private List<Kin> alike(Collection<CaseView<IntakeState>> cases, String customerReference, Shingles text) {
        return cases.stream()
                .filter(view -> view.state() instanceof Filed filed
                        && filed.complaint().customer().reference().equals(customerReference))
                .map(view -> kin(view, text))
                .filter(kin -> kin.likeness().verdict() != Verdict.OTHER)
                .sorted(Comparator.comparingDouble((Kin kin) -> kin.likeness().value())
                        .reversed()
                        .thenComparing(kin -> kin.filed().complaint().receivedAt())
                        .thenComparing(kin -> kin.caseId().value()))
                .limit(MOST_KIN)
                .toList();
    }

    private Kin kin(CaseView<IntakeState> view, Shingles text) {
        Filed filed = (Filed) view.state();
        return new Kin(
                new CaseId(view.id()),
                filed,
                terms.of(text, Shingles.of(filed.complaint().ownWords())));
    }
}
