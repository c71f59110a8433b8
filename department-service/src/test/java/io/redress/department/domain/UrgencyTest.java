package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyJudged;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.UrgencyCommand.JudgeUrgency;
import io.redress.department.domain.UrgencyCommand.SettleUrgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyWeekCommand.KeepJudgement;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UrgencyTest {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker OF_FINANCE = new Speaker("silvia", false, Set.of(FINANCE));
    private static final UrgencyTerms TERMS =
            new UrgencyTerms(Set.of("recall", "safety"), Set.of("forgotten"), _ -> ZoneOffset.UTC);

    private final DepartmentRules rules = new DepartmentRules(new DepartmentDecider());
    private final List<DepartmentEvent> told = new ArrayList<>();
    private DepartmentState state = rules.initialState();
    private Instant now = NOW;

    @Test
    @Behaviour("R91")
    void what_is_urgent_is_paid_by_whoever_asked_and_stands_in_the_case() {
        asked();
        urge(R1, FINANCE, CONSULTANT, "customer-deadline");

        Urgency urgency = urgency(R1);
        assertThat(urgency.requester()).isEqualTo(FRONT_DESK);
        assertThat(urgency.cost()).isEqualTo(1);
        assertThat(urgency.week()).isEqualTo("2026-W10");
        assertThat(DepartmentRules.caseOf(state).dealings().urgencies().isUrgent(R1))
                .isFalse();

        give(new SettleUrgency(R1, "2026-W10", true, 4));
        assertThat(DepartmentRules.caseOf(state)
                        .dealings()
                        .negotiations()
                        .about(R1)
                        .gain())
                .as("whom it displaces is still to be told")
                .isInstanceOf(Negotiation.Gain.Gained.class);

        assertThat(DepartmentRules.caseOf(state).dealings().urgencies().isUrgent(R1))
                .isTrue();
        assertThat(told(UrgencyGranted.class).left()).isEqualTo(4);
        assertThat(refusal(new Urge(R1, FINANCE, "again", CONSULTANT, "safety", "Please!", TERMS)))
                .isEqualTo("already-urgent");
    }

    @Test
    @Behaviour({"R91", "R97"})
    void an_exempt_cause_costs_nothing_unless_the_need_is_of_ones_own_making() {
        asked();
        give(new TakeRequest(Example.helping(R2, LOGISTICS, R1)));
        urge(R2, LOGISTICS, OF_FINANCE, "recall");
        assertThat(urgency(R2).cost()).isZero();
        assertThat(urgency(R2).exemption()).isEqualTo("recall");

        now = NOW.plus(Duration.ofHours(5));
        give(new Reply(Example.question("q1", R1, FINANCE)));
        now = NOW.plus(Duration.ofHours(12));
        urge(R1, FINANCE, CONSULTANT, "recall");

        assertThat(urgency(R1).cost()).isEqualTo(2);
        assertThat(urgency(R1).exemption()).isNull();
        assertThat(urgency(R1).ownMaking()).contains("7 h 0 min of the 24 h 0 min");
    }

    @Test
    @Behaviour("R97")
    void who_asks_for_help_late_or_says_so_itself_pays_double() {
        asked();
        give(new TakeRequest(raisedLate()));
        urge(R2, LOGISTICS, OF_FINANCE, "customer-deadline");
        assertThat(urgency(R2).cost()).isEqualTo(2);
        assertThat(urgency(R2).ownMaking()).startsWith("The requester asked for help when");

        urge(R1, FINANCE, CONSULTANT, "forgotten");
        assertThat(urgency(R1).ownMaking()).isEqualTo("The requester says so itself: forgotten.");
        assertThat(urgency(R1).cost()).isEqualTo(2);
    }

    @Test
    @Behaviour("R97")
    void a_question_that_was_answered_soon_is_nobodys_fault() {
        asked();
        give(new Reply(Example.question("q1", R1, FINANCE)));
        now = NOW.plus(Duration.ofHours(2));
        give(new AnswerQuestion(CASE, "question-1", CONSULTANT, "The one of March."));

        urge(R1, FINANCE, CONSULTANT, "customer-deadline");

        assertThat(urgency(R1).ownMaking()).isNull();
        assertThat(urgency(R1).cost()).isEqualTo(1);
    }

    @Test
    @Behaviour("R91")
    void only_whoever_made_a_request_may_urge_it_and_only_while_it_is_open() {
        asked();
        assertThat(refusal(new Urge(R1, FINANCE, "k", OF_FINANCE, "safety", "Please!", TERMS)))
                .isEqualTo("unknown-request");
        assertThat(refusal(new Urge(R1, LOGISTICS, "k", CONSULTANT, "safety", "Please!", TERMS)))
                .isEqualTo("unknown-request");
        assertThat(refusal(new Urge(R2, LOGISTICS, "k", CONSULTANT, "safety", "Please!", TERMS)))
                .isEqualTo("unknown-request");
        give(new Reply(Example.answer("a1", R1, FINANCE)));
        assertThat(refusal(new Urge(R1, FINANCE, "k", CONSULTANT, "safety", "Please!", TERMS)))
                .isEqualTo("not-open");
    }

    @Test
    @Behaviour("R91")
    void what_was_refused_may_be_asked_for_again_and_a_late_word_of_the_week_counts() {
        asked();
        urge(R1, FINANCE, CONSULTANT, "customer-deadline");
        give(new SettleUrgency(R1, "2026-W10", false, 0));
        assertThat(told(UrgencyRefused.class).cost()).isEqualTo(1);
        give(new SettleUrgency(R1, "2026-W10", false, 0));
        assertThat(told).filteredOn(UrgencyRefused.class::isInstance).hasSize(1);

        give(new SettleUrgency(R1, "2026-W10", true, 1));
        assertThat(DepartmentRules.caseOf(state).dealings().urgencies().isUrgent(R1))
                .isTrue();
        give(new SettleUrgency(R1, "2026-W10", false, 0));
        assertThat(DepartmentRules.caseOf(state).dealings().urgencies().isUrgent(R1))
                .isTrue();
    }

    @Test
    @Behaviour("R91")
    void whoever_was_asked_judges_once_after_the_end_whether_there_was_need() {
        asked();
        urge(R1, FINANCE, CONSULTANT, "customer-deadline");
        JudgeUrgency judge = new JudgeUrgency(R1, FINANCE, false, "It was read three days later.", "silvia");
        assertThat(refusal(judge)).isEqualTo("unknown-request");
        give(new SettleUrgency(R1, "2026-W10", true, 4));
        assertThat(refusal(judge)).isEqualTo("not-ended");
        give(new Reply(Example.answer("a1", R1, FINANCE)));
        assertThat(refusal(new JudgeUrgency(R1, LOGISTICS, false, "Hm.", "x"))).isEqualTo("unknown-request");
        give(judge);
        give(judge);

        assertThat(told).filteredOn(UrgencyJudged.class::isInstance).hasSize(1);
        assertThat(urgency(R1).isUntold()).isTrue();
        assertThat(refusal(new JudgeUrgency(R1, FINANCE, true, "Hm.", "x"))).isEqualTo("already-judged");
        give(new UrgencyCommand.NoteJudgement(R1));
        assertThat(urgency(R1).isUntold()).isFalse();
    }

    @Test
    void a_week_begins_on_monday_where_the_requester_is() {
        ZoneId bucharest = ZoneId.of("Europe/Bucharest");
        Instant sundayNight = Instant.parse("2026-11-22T22:30:00Z");
        assertThat(UrgencyTerms.week(sundayNight, ZoneOffset.UTC)).isEqualTo("2026-W47");
        assertThat(UrgencyTerms.week(sundayNight, bucharest)).isEqualTo("2026-W48");
        assertThat(UrgencyTerms.week(Instant.parse("2027-01-01T12:00:00Z"), bucharest))
                .isEqualTo("2026-W53");
        assertThat(UrgencyTerms.renewsAt(sundayNight, ZoneOffset.UTC)).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(UrgencyTerms.renewsAt(sundayNight, bucharest)).isEqualTo("2026-11-29T22:00:00Z");
    }

    /** Whatever is wanted in whatever order and however often. */
    @RepeatedTest(200)
    @Behaviour("R91")
    void a_week_never_spends_more_than_its_allowance_and_a_request_is_paid_for_once() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, DepartmentState> weeks = new HashMap<>();
        Map<String, Integer> paid = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            Urgency urgency = urgency(random);
            String id = UrgencyWeek.idOf(urgency.requester(), urgency.week());
            DepartmentState week = weeks.getOrDefault(id, rules.initialState());
            int allowance = random.nextInt(6);
            boolean judging = random.nextInt(5) == 0;
            Decision<DepartmentFact> decision = rules.decide(
                    week,
                    judging
                            ? new KeepJudgement(urgency.requestId(), random.nextBoolean())
                            : new Spend(urgency, allowance),
                    NOW);
            if (decision instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                int before = week instanceof UrgencyWeek it ? it.spent() : 0;
                for (DepartmentFact fact : facts) {
                    week = rules.evolve(week, fact);
                }
                weeks.put(id, week);
                int after = week instanceof UrgencyWeek it ? it.spent() : 0;
                if (after > before) {
                    assertThat(after).isLessThanOrEqualTo(allowance);
                    paid.merge(id + urgency.requestId(), 1, Integer::sum);
                }
            }
        }
        assertThat(paid.values()).allMatch(it -> it == 1);
    }

    private static Urgency urgency(Random random) {
        return new Urgency(
                RequestId.of(CASE, 1 + random.nextInt(8)),
                random.nextBoolean() ? FINANCE : LOGISTICS,
                FINANCE,
                "k",
                random.nextBoolean() ? "2026-W10" : "2026-W11",
                "safety",
                "Please!",
                "andrei",
                NOW,
                random.nextInt(3),
                null,
                null,
                Urgency.Verdict.ASKED,
                0,
                null,
                false);
    }

    private void asked() {
        give(new LearnOwner(null, ANDREI));
        give(new TakeRequest(Example.raised(R1, FINANCE)));
    }

    /** 18 of 24 hours have passed. */
    private static RequestRaised raisedLate() {
        var early = Example.helping(R2, LOGISTICS, R1);
        return new RequestRaised(
                early.caseId(),
                R2,
                LOGISTICS,
                early.kind(),
                early.nature(),
                early.subject(),
                early.words(),
                early.language(),
                null,
                NOW.plus(Duration.ofHours(18)),
                NOW.plus(Duration.ofHours(24)),
                R1,
                null,
                null);
    }

    private void urge(RequestId id, DepartmentCode department, Speaker speaker, String cause) {
        give(new Urge(id, department, "k-" + id + cause, speaker, cause, "The customer leaves on Friday.", TERMS));
    }

    private void give(DepartmentCommand command) {
        if (rules.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
            for (DepartmentFact fact : facts) {
                state = rules.evolve(state, fact);
                if (fact instanceof DepartmentFact.Published(var event)) {
                    told.add(event);
                }
            }
        }
    }

    private String refusal(DepartmentCommand command) {
        return rules.decide(state, command, now) instanceof Decision.Rejected<DepartmentFact>(var code, var _)
                ? code
                : "accepted";
    }

    private Urgency urgency(RequestId id) {
        return Objects.requireNonNull(
                DepartmentRules.caseOf(state).dealings().urgencies().of(id));
    }

    private <T> T told(Class<T> type) {
        return told.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
