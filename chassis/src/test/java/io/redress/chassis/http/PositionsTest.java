package io.redress.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Test
    void what_is_formatted_reads_the_same_again() {
        Positions positions = new Positions(Map.of("intake", 3L, "requests.finance", 12L));
        assertThat(positions.format()).isEqualTo("intake=3,requests.finance=12");
        assertThat(Positions.parse(positions.format())).isEqualTo(positions);
    }

    @Test
    void together_the_further_one_counts() {
        assertThat(Positions.parse("a=1,b=5")
                        .and(Positions.parse("a=2,b=4,c=1"))
                        .format())
                .isEqualTo("a=2,b=5,c=1");
    }

    @Test
    void nothing_said_is_no_position() {
        assertThat(Positions.parse(null)).isEqualTo(Positions.none());
        assertThat(Positions.none().format()).isEmpty();
    }
}
