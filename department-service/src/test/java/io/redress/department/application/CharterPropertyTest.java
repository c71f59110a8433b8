package io.redress.department.application;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterCommand.PublishCharter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Ola;
import io.redress.department.domain.RequestTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever is published in whatever order: a request finishes under the version under which it began. */
class CharterPropertyTest {
    private final KnownCharters charters = new KnownCharters();
    private final DepartmentRules rules = new DepartmentRules(new DepartmentDecider(charters));
    private DepartmentState book = rules.initialState();
    private DepartmentState state = rules.initialState();
    private Instant now = NOW;

    @RepeatedTest(200)
    @Behaviour({"R80", "R81"})
    void a_request_finishes_under_the_version_under_which_it_began() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<RequestId, RequestTerms> began = new HashMap<>();

        for (int step = 0; step < 60; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            charters.pass(now);
            switch (random.nextInt(3)) {
                case 0 -> publish(random);
                case 1 -> raise(began);
                default ->
                    state = after(state, new HearReply(new Progress("p" + step, R1, FINANCE, "Silvia", "Half of it.")));
            }
            ((DepartmentCase) state)
                    .requests()
                    .forEach(it -> assertThat(it.ask().terms())
                            .isEqualTo(began.get(it.ask().id())));
        }
    }

    private void publish(Random random) {
        CharterContent content = new CharterContent(
                null,
                null,
                new Ola(1 + random.nextInt(60), 60 + random.nextInt(3_000)),
                null,
                null,
                null,
                15 + random.nextInt(1_000),
                null,
                null);
        Instant from = random.nextBoolean() ? null : now.plus(Duration.ofMinutes(random.nextInt(2_000)));
        book = after(book, new PublishCharter(FINANCE, content, from, "silvia"));
        charters.see((CharterBook) book, now);
    }

    /** As routing does it, with the charter in force; the department hears of it only after some further publication. */
    private void raise(Map<RequestId, RequestTerms> began) {
        Charter charter = charters.of(FINANCE);
        RequestId id = RequestId.of(CASE, began.size() + 1);
        Instant dueAt = charter.calendar().add(now, charter.ola().resolution());
        RequestRaised raised = new RequestRaised(
                CASE,
                id,
                FINANCE,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                now,
                dueAt);
        if (charter.version() > 0) {
            raised = raised.under(charter.version());
            publish(new Random(began.size()));
        }
        state = after(state, new TakeRequest(raised));
        RequestTerms terms = Objects.requireNonNull(((DepartmentCase) state).request(id))
                .ask()
                .terms();
        assertThat(terms)
                .isEqualTo(new RequestTerms(
                        charter.version(), now.plus(charter.ola().firstAnswer()), dueAt, charter.progressEvery()));
        began.put(id, terms);
    }

    private DepartmentState after(DepartmentState before, DepartmentCommand command) {
        return rules.decide(before, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts)
                ? facts.stream().reduce(before, rules::evolve, (_, last) -> last)
                : before;
    }
}
