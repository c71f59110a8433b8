package io.redress.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.standalone.demo.DepartmentsInNeed.Asked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentsInNeedTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final DepartmentsInNeed inNeed = new DepartmentsInNeed();

    @Test
    void each_department_of_a_chain_asks_the_next_and_the_last_one_asks_nobody() {
        assertThat(inNeed.asked(request(1, "logistics", null), Story.WAIT_CHAIN))
                .isInstanceOfSatisfying(
                        Asked.Needs.class,
                        it -> assertThat(it.what().from()).isEqualTo(new DepartmentCode("manufacturing")));
        assertThat(inNeed.asked(request(2, "manufacturing", 1), Story.WAIT_CHAIN))
                .isInstanceOfSatisfying(
                        Asked.Needs.class,
                        it -> assertThat(it.what().from()).isEqualTo(new DepartmentCode("quality-control")));
        assertThat(inNeed.asked(request(3, "quality-control", 2), Story.WAIT_CHAIN))
                .isInstanceOf(Asked.Last.class);
    }

    @Test
    void a_circle_comes_back_to_the_department_that_began() {
        List<HelpPath.Need> needs = HelpPath.of(Story.WAIT_CIRCLE).needs();

        assertThat(needs.getLast().from()).isEqualTo(needs.getFirst().of());
    }

    @Test
    void whoever_asked_goes_on_when_the_answer_is_there() {
        inNeed.asked(request(1, "logistics", null), Story.WAIT_CHAIN);
        inNeed.asked(request(2, "manufacturing", 1), Story.WAIT_CHAIN);

        assertThat(inNeed.freedBy(answer(2, 1))).map(RequestRaised::requestId).contains(id(1));
        assertThat(inNeed.freedBy(answer(1, null))).isEmpty();
    }

    @Test
    void other_departments_and_other_stories_need_nobody() {
        assertThat(inNeed.asked(request(1, "finance", null), Story.WAIT_CHAIN)).isInstanceOf(Asked.Alone.class);
        assertThat(inNeed.asked(request(2, "logistics", null), Story.FINISHED)).isInstanceOf(Asked.Alone.class);
    }

    private static RequestRaised request(int number, String department, @Nullable Integer parent) {
        return new RequestRaised(
                CASE,
                id(number),
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "delivery",
                "Find a way",
                "It is late.",
                "en",
                null,
                NOW,
                NOW.plusSeconds(60),
                parent == null ? null : id(parent),
                null,
                null);
    }

    private static RequestAnswered answer(int number, @Nullable Integer parent) {
        return new RequestAnswered(
                CASE,
                id(number),
                new DepartmentCode("manufacturing"),
                RequestKind.INFORMATION,
                null,
                true,
                "In blue",
                List.of(),
                List.of(),
                "somebody",
                NOW,
                null,
                parent == null ? null : id(parent));
    }

    private static RequestId id(int number) {
        return new RequestId(CASE + "-r" + number);
    }
}
