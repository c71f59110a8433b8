package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClosingFact.RequestOpened;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenRequestsTest {

    @Test
    void however_many_requests_are_open_each_keeps_the_case_open_until_it_is_answered() {
        OpenRequests requests = opened(OpenRequests.MOST + 3);
        // Told twice, as what is handed on is: by the redirection and by the request that follows from it.
        requests = requests.opened(open(OpenRequests.MOST + 3));
        assertThat(requests.ends(CASE)).hasSize(OpenRequests.MOST + 3);

        for (int number = 1; number <= OpenRequests.MOST + 2; number++) {
            requests = requests.answered(RequestId.of(CASE, number));
        }
        assertThat(requests.ends(CASE))
                .containsExactly(new OpenEnd(
                        "request", RequestId.of(CASE, OpenRequests.MOST + 3).value(), null));

        requests = requests.dropped(RequestId.of(CASE, OpenRequests.MOST + 3));
        assertThat(requests).isEqualTo(OpenRequests.NONE);
    }

    @Test
    void what_is_open_beyond_the_usual_is_stored_and_read_again() {
        OpenRequests requests = opened(OpenRequests.MOST + 2);
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(mapper.readValue(mapper.writeValueAsBytes(requests), OpenRequests.class))
                .isEqualTo(requests);
        assertThat(mapper.readValue("{\"open\": [], \"early\": []}", OpenRequests.class))
                .isEqualTo(new OpenRequests(List.of(), List.of(), List.of()));
    }

    private static OpenRequests opened(int many) {
        OpenRequests requests = OpenRequests.NONE;
        for (int number = 1; number <= many; number++) {
            requests = requests.opened(open(number));
        }
        return requests;
    }

    private static RequestOpened open(int number) {
        return new RequestOpened(RequestId.of(CASE, number), LOGISTICS);
    }
}
