package io.redress.department.adapter.http;

import static io.redress.department.domain.Example.R1;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.department.application.FollowedWorklist;
import io.redress.department.application.FollowedWorklist.Change;
import io.redress.department.application.Worklist.Part;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.codec.ServerSentEvent;

class WorklistReaderTest {
    private static final Part PAGE = new Part(List.of(), "");

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "a-", "b-3", "a-502", "a-99999999999999999999", "<script>", "a-0"})
    void whoever_comes_first_or_with_an_id_that_says_nothing_any_more_gets_the_page(String lastEventId) {
        List<ServerSentEvent<Object>> told =
                new WorklistReader(lastEventId).unheard(at(FollowedWorklist.MOST_CHANGES + 1));

        assertThat(told).extracting(ServerSentEvent::event).containsExactly("page");
    }

    @Test
    void whoever_comes_back_in_time_hears_what_it_has_missed_and_nothing_twice() {
        WorklistReader reader = new WorklistReader("a-2");

        assertThat(reader.unheard(at(4))).extracting(ServerSentEvent::id).containsExactly("a-3", "a-4");
        assertThat(reader.unheard(at(4))).isEmpty();
        assertThat(reader.unheard(at(5))).extracting(ServerSentEvent::id).containsExactly("a-5");
    }

    @Test
    void whoever_is_too_far_behind_is_told_so_and_hears_nothing_more() {
        WorklistReader reader = new WorklistReader("a-2");
        reader.unheard(at(2));

        List<ServerSentEvent<Object>> last = reader.unheard(at(FollowedWorklist.MOST_CHANGES + 3));
        assertThat(last).extracting(ServerSentEvent::event).containsExactly(WorklistReader.CUT_OFF);
        assertThat(last.getFirst().data())
                .isEqualTo(
                        new WorklistReader.End("More has changed than is kept for a slow reader. Connect again with the"
                                + " last id, or read the page anew."));
    }

    private static FollowedWorklist at(long number) {
        long kept = Math.min(number, FollowedWorklist.MOST_CHANGES);
        return new FollowedWorklist(
                "a",
                number,
                PAGE,
                LongStream.rangeClosed(number - kept + 1, number)
                        .<Change>mapToObj(it -> new Change.Gone(it, R1))
                        .toList());
    }
}
