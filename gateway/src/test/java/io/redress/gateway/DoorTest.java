package io.redress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

class DoorTest {

    @Test
    void every_door_has_a_name_of_its_own() {
        assertThat(Door.ALL).extracting(Door::name).doesNotHaveDuplicates();
    }

    @Test
    void no_door_hides_another() {
        for (Door door : Door.ALL) {
            String path = door.pattern().getPatternString().replaceAll("\\{[a-zA-Z]+}", "x");
            assertThat(Door.at(PathContainer.parsePath(path))).isEqualTo(door);
        }
    }

    @Test
    void the_case_is_found_in_every_address_that_has_one() {
        String id = Upstream.CASE;
        assertThat(CaseOfRequest.in("/api/v1/cases/" + id)).isEqualTo(id);
        assertThat(CaseOfRequest.in("/api/v1/cases/" + id + "/choice")).isEqualTo(id);
        assertThat(CaseOfRequest.in("/api/v1/departments/finance/requests/" + id + "-r12/replies"))
                .isEqualTo(id);
        assertThat(CaseOfRequest.in("/api/v1/cases")).isNull();
        assertThat(CaseOfRequest.in("/api/v1/cases/short")).isNull();
        assertThat(CaseOfRequest.in("/api/v1/departments/finance/worklist")).isNull();
    }
}
