package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Behaviour({"R75", "R90"})
class OpeningOffersTest {
    private static final Instant SOONER = NOW.plus(Duration.ofHours(6));
    private static final Speaker SILVIA = Speaker.of(FINANCE, "Silvia");

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> known = known(KnownWork.NOTHING);

    @Test
    void what_is_wanted_before_the_departments_date_is_the_first_offer_about_it() {
        wish();
        var taken = known.when(new TakeRequest(wanted(R1, FINANCE, SOONER, null)));

        assertThat(offered(taken.events())).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(ANDREI);
            assertThat(it.to()).isEqualTo(Party.department(FINANCE));
            assertThat(it.dueAt()).isEqualTo(SOONER);
            assertThat(it.by()).isEqualTo("andrei");
            assertThat(it.round()).isEqualTo(1);
            assertThat(it.usual()).isNull();
        });
        taken.andThen();
        assertThat(dueAt()).isEqualTo(DUE);
        known.when(new AcceptOffer(R1, "offer-1", SILVIA)).andThen();
        assertThat(dueAt()).isEqualTo(SOONER);
    }

    @Test
    void it_is_offered_once_however_often_the_request_is_heard_of() {
        known.when(new TakeRequest(wanted(R1, FINANCE, SOONER, null))).andThen();

        known.when(new TakeRequest(wanted(R1, FINANCE, SOONER, null))).thenNothing();
        var more = known.when(new Reply(Example.progress("p1", R1, FINANCE)));
        assertThat(offered(more.events())).isEmpty();
    }

    @Test
    void what_is_wanted_by_the_departments_date_or_later_needs_no_offer() {
        assertThat(offered(known.when(new TakeRequest(wanted(R1, FINANCE, DUE, null)))
                        .events()))
                .isEmpty();
        assertThat(offered(known.when(new TakeRequest(wanted(R1, FINANCE, null, null)))
                        .events()))
                .isEmpty();
        assertThat(offered(known.when(new TakeRequest(wanted(R1, FINANCE, NOW, null)))
                        .events()))
                .isEmpty();
    }

    @Test
    @Behaviour("R88")
    void what_is_wanted_sooner_than_usual_comes_with_the_numbers() {
        var asked = known(finished(12, 10));
        List<ExpectationOffered> offers = offered(
                asked.when(new TakeRequest(wanted(R1, FINANCE, SOONER, null))).events());

        assertThat(Objects.requireNonNull(offers.getFirst().usual())).satisfies(it -> {
            assertThat(it.comparables()).isEqualTo(12);
            assertThat(it.medianMinutes()).isEqualTo(600);
            assertThat(it.medianDate()).isEqualTo(NOW.plus(Duration.ofHours(10)));
        });
    }

    @Test
    @Behaviour("R57")
    void a_department_opens_for_its_own_request_under_the_name_of_whoever_asked_for_help() {
        known.given(new RequestTaken(raised(R1, FINANCE)));
        known.when(new Reply(new DepartmentReply.Help(
                        "h1", R1, FINANCE, "Silvia", LOGISTICS, RequestKind.SOLUTION, "Look into it.", null, SOONER)))
                .andThen();

        var taken = known.when(new TakeRequest(wanted(R2, LOGISTICS, SOONER, R1)));

        assertThat(offered(taken.events())).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(Party.department(FINANCE));
            assertThat(it.to()).isEqualTo(Party.department(LOGISTICS));
            assertThat(it.by()).isEqualTo("Silvia");
        });
    }

    @Test
    void what_another_department_gives_away_is_negotiated_once_it_is_taken() {
        RequestRaised own = wanted(R1, FINANCE, SOONER, null);
        RequestRaised given = new RequestRaised(
                own.caseId(),
                own.requestId(),
                own.department(),
                own.kind(),
                own.nature(),
                own.subject(),
                own.words(),
                own.language(),
                null,
                own.raisedAt(),
                own.dueAt(),
                null,
                LOGISTICS,
                null,
                null,
                SOONER,
                own.wantedId());
        assertThat(offered(known.when(new TakeRequest(given)).events())).isEmpty();
        known.when(new TakeRequest(given)).andThen();

        var accepted = known.when(new Reply(new DepartmentReply.Accept("a1", R1, FINANCE, "Silvia")));

        assertThat(offered(accepted.events())).hasSize(1);
    }

    private static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> known(KnownWork work) {
        return Scenario.<DepartmentCase, DepartmentCommand, DepartmentFact>of(
                        new OpeningOffers(new DepartmentDecider(), Charters.NONE, work))
                .given(new OwnerLearned(ANDREI));
    }

    private void wish() {
        known.when(new AskDepartment(
                        CASE,
                        "person:andrei/k1",
                        new Speaker("andrei", true, Set.of()),
                        FINANCE,
                        null,
                        RequestKind.SOLUTION,
                        "Look into it.",
                        Map.of(),
                        SOONER))
                .andThen();
    }

    private Instant dueAt() {
        return Objects.requireNonNull(known.state().request(R1)).ask().dueAt();
    }

    private static RequestRaised wanted(
            RequestId id, DepartmentCode department, @Nullable Instant wantedBy, @Nullable RequestId parent) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                NOW,
                DUE,
                parent,
                null,
                null,
                null,
                wantedBy,
                parent == null ? "wanted-1" : null);
    }

    private static KnownWork finished(int comparables, int hours) {
        return new KnownWork() {
            @Override
            public Optional<Comparables> comparableTo(Request.Ask ask) {
                return Optional.of(new Comparables(
                        Comparables.Scope.NATURE,
                        IntStream.range(0, comparables)
                                .mapToObj(_ -> Duration.ofHours(hours))
                                .toList()));
            }

            @Override
            public OptionalInt position(Request.Ask ask) {
                return OptionalInt.empty();
            }
        };
    }

    private static List<ExpectationOffered> offered(List<DepartmentFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .filter(ExpectationOffered.class::isInstance)
                .map(ExpectationOffered.class::cast)
                .toList();
    }
}
