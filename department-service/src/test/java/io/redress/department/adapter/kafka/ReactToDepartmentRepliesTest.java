package io.redress.department.adapter.kafka;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.domain.DepartmentCommand.HearReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReactToDepartmentRepliesTest {
    private final ReactToDepartmentReplies reaction = new ReactToDepartmentReplies();

    @Test
    void a_reply_is_read_whatever_its_headers_say() {
        var reply = answer("a", R1, FINANCE);

        assertThat(reaction.types()).isEmpty();
        assertThat(reaction.command(incoming(CASE.value(), Wire.write(reply)))).isEqualTo(new HearReply(reply));
    }

    @Test
    void a_reply_under_the_key_of_another_case_is_refused() {
        byte[] reply = Wire.write(answer("a", R1, FINANCE));

        assertThatThrownBy(() -> reaction.command(incoming("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71", reply)))
                .hasMessageContaining("Expected the key to be the case of the request");
    }

    @Test
    void what_is_no_reply_is_refused() {
        assertThatThrownBy(() -> reaction.command(incoming(CASE.value(), "{}".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("Expected");
    }

    private static IncomingEvent incoming(String key, byte[] payload) {
        return new IncomingEvent(key, "", 0, Topics.DEPARTMENT_REPLIES, "", Instant.EPOCH, "", payload);
    }
}
