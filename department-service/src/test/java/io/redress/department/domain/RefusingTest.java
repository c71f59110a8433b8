package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.EarlyRepliesForgotten;
import io.redress.department.domain.DepartmentFact.RefusedLater;
import io.redress.department.domain.RefusalCommand.AtOffset;
import io.redress.department.domain.RefusalCommand.TellRefusals;
import io.redress.department.domain.RefusalFact.RefusalTold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusingTest {
    private static final String STREAM = "refusals-3";

    private final Scenario<DepartmentState, DepartmentCommand, DepartmentFact> service =
            Scenario.of(new DepartmentRules(new DepartmentDecider()));

    @Test
    void a_refusal_is_told_once_however_often_its_reply_is_delivered() {
        AtOffset seventh = refused(7);
        AtOffset ninth = refused(9);

        service.when(new TellRefusals(STREAM, List.of(seventh)))
                .then(new RefusalTold(STREAM, 7, seventh.refusal()))
                .when(new TellRefusals(STREAM, List.of(seventh, ninth)))
                .then(new RefusalTold(STREAM, 9, ninth.refusal()))
                .when(new TellRefusals(STREAM, List.of(seventh, ninth)))
                .thenNothing();
    }

    @Test
    void what_was_kept_for_a_request_that_nobody_raised_comes_back_after_a_day() {
        Instant nextDay = NOW.plus(Duration.ofDays(1));

        List<DepartmentFact> facts = service.when(new HearReply(progress("p1", R1, FINANCE)))
                .andThen()
                .at(nextDay)
                .when(new DeadlineReached())
                .events();

        assertThat(refusals(facts))
                .extracting(ReplyRefused::caseId, ReplyRefused::replyId, ReplyRefused::code)
                .containsExactly(tuple(CASE, "p1", "unknown-request"));
        assertThat(facts).contains(new EarlyRepliesForgotten(nextDay));
    }

    @Test
    void what_came_early_and_is_refused_when_its_request_comes_is_told_as_well() {
        List<DepartmentFact> facts = service.when(new HearReply(progress("p1", R1, LOGISTICS)))
                .andThen()
                .when(new HearReply(answer("a1", R1, FINANCE)))
                .andThen()
                .when(new HearReply(answer("a2", R1, FINANCE)))
                .andThen()
                .when(new TakeRequest(raised(R1, FINANCE, DUE)))
                .events();

        assertThat(refusals(facts))
                .extracting(ReplyRefused::replyId, ReplyRefused::code)
                .containsExactly(tuple("p1", "not-your-request"), tuple("a2", "already-answered"));
    }

    private static List<ReplyRefused> refusals(List<DepartmentFact> facts) {
        return facts.stream()
                .filter(RefusedLater.class::isInstance)
                .map(it -> ((RefusedLater) it).refusal())
                .toList();
    }

    private static AtOffset refused(long offset) {
        return new AtOffset(
                offset,
                Refusing.refusal(
                        answer("a" + offset, R1, FINANCE), "already-answered", "Expected more.", List.of(), NOW, null));
    }
}
