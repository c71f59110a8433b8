package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Scenario;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionFact.PauseLearned;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a proposal while a case is part of another. */
class PausingTest {
    private static final Choose CHOICE = new Choose("p1", "o1", "webshop");

    @Test
    void nothing_is_proposed_while_paused_and_all_is_when_resumed() {
        var paused = resolution()
                .when(routed(FINANCE))
                .andThen()
                .when(new LearnPause())
                .andThen();
        var answered = paused.when(answered(1, FINANCE, true, REFUND));
        assertThat(proposals(answered.events())).isEmpty();

        var resumed = answered.andThen().when(new LearnResumption());

        assertThat(proposals(resumed.events())).hasSize(1);
        assertThat(resumed.andThen().state()).isInstanceOf(Proposed.class);
    }

    @Test
    void the_customer_can_neither_choose_nor_close_here_while_paused() {
        proposedAndPaused().when(CHOICE).thenRejected("merged");
        proposedAndPaused().when(new Close(true, null)).thenRejected("merged");
    }

    @Test
    void nothing_expires_while_paused_and_the_time_to_choose_begins_anew() {
        var later = proposedAndPaused().at(NOW.plus(Duration.ofDays(30)));
        later.when(new DeadlineReached()).thenNothing();

        var resumed = later.when(new LearnResumption());

        assertThat(proposals(resumed.events()))
                .singleElement()
                .extracting(SolutionsProposed::validUntil)
                .isEqualTo(NOW.plus(Duration.ofDays(30)).plus(Duration.ofDays(14)));
        assertThat(resumed.andThen().when(CHOICE).events()).isNotEmpty();
    }

    @Test
    void what_was_chosen_before_is_carried_out() {
        var executing = proposed().when(CHOICE).andThen().when(new LearnPause()).then(new PauseLearned());

        assertThat(executing.when(stepAnswered("p1-o1-s1", FINANCE, true)).events())
                .anyMatch(fact -> fact instanceof Published(SolutionExecuted _));
    }

    @Test
    void pausing_twice_is_pausing_once_and_a_closed_case_is_not_paused() {
        proposedAndPaused().when(new LearnPause()).thenNothing();
        proposed().when(new LearnResumption()).thenNothing();
        var closed = resolution()
                .when(routed())
                .andThen()
                .when(new Close(true, null))
                .andThen();

        assertThat(closed.state()).isInstanceOf(Closed.class);
        closed.when(new LearnPause()).thenNothing();
    }

    private static List<SolutionsProposed> proposals(List<ResolutionFact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof Published(SolutionsProposed _))
                .map(fact -> (SolutionsProposed) ((Published) fact).event())
                .toList();
    }

    private static Scenario<Progress, ResolutionCommand, ResolutionFact> proposedAndPaused() {
        return proposed().when(new LearnPause()).andThen();
    }

    private static Scenario<Progress, ResolutionCommand, ResolutionFact> proposed() {
        return resolution()
                .when(routed(FINANCE))
                .andThen()
                .when(answered(1, FINANCE, true, REFUND))
                .andThen();
    }

    private static Scenario<Progress, ResolutionCommand, ResolutionFact> resolution() {
        return Scenario.of(Cases.decider());
    }
}
