package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.intake.domain.drills.ShippedDrills;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consultants train with difficult customers and read afterwards how it went. */
class DrillServiceTest {
    private static final String DRILLS = "/api/v1/drills";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningService intake;
    private static HttpTalk sofia;

    private final String trainee = "trainee-" + UUID.randomUUID();

    @BeforeAll
    static void start(@TempDir Path temporary) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", temporary);
        sofia = intake.as("sofia", "supervisor");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour("R142")
    void the_difficulties_of_the_sources_can_be_chosen_in_four_languages() {
        JsonNode scenarios = consultant().get("/api/v1/drill-scenarios").json().path("scenarios");

        assertThat(scenarios.valueStream().map(it -> it.path("id").asString()).distinct())
                .containsExactly("attack-on-competence", "order-change", "made-to-feel-incompetent", "endless-why");
        assertThat(scenarios.size()).isEqualTo(16);
        assertThat(scenarios.get(0).path("title").asString()).isNotBlank();
        assertThat(scenarios.get(0).path("marks").get(0).path("meaning").asString())
                .isNotBlank();
        assertThat(scenarios.toString()).doesNotContain("amateurs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "ro", "pl"})
    @Behaviour({"R142", "R143"})
    void who_answers_well_calms_the_customer_and_reads_why(String language) {
        String path = begun("attack-on-competence", language);
        String good = named(Objects.requireNonNull(ShippedDrills.GOOD.get(language)));

        HttpTalk.Answer last = null;
        for (int turn = 1; turn <= 3; turn++) {
            last = say(path, turn, good);
            assertThat(last.status()).as(last.body()).isEqualTo(200);
            JsonNode turns = last.json().path("turns");
            assertThat(turns.size()).isEqualTo(Math.min(turn + 1, 3));
            assertThat(turns.get(0).has("judgement")).as("only at the end").isEqualTo(turn == 3);
        }

        JsonNode seen = consultant().get(path).json();
        assertThat(seen).isEqualTo(Objects.requireNonNull(last).json());
        assertThat(seen.path("status").asString()).isEqualTo("ended");
        assertThat(seen.path("outcome").asString()).isEqualTo("calmed");
        JsonNode judgement = seen.path("turns").get(0).path("judgement");
        assertThat(judgement.path("bearing").asString()).isEqualTo("handled");
        assertThat(judgement.path("customerHostile").asBoolean()).isTrue();
        assertThat(judgement.path("delaySeconds").asDouble()).isPositive();
        JsonNode name = judgement
                .path("marks")
                .valueStream()
                .filter(mark -> mark.path("mark").asString().equals("name"))
                .findFirst()
                .orElseThrow();
        assertThat(name.path("met").asBoolean()).isTrue();
        assertThat(name.at("/evidence/words").asString()).isEqualTo(trainee);
        assertThat(good.substring(
                        name.at("/evidence/start").asInt(),
                        name.at("/evidence/end").asInt()))
                .isEqualTo(trainee);
        assertThat(seen.at("/analysis/picture/marksMet").asDouble()).isEqualTo(1);
        assertThat(seen.at("/analysis/picture/handled").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(seen.at("/analysis").has("earlier")).isFalse();
    }

    @Test
    @Behaviour("R143")
    void who_gives_back_what_they_got_sees_it_and_the_next_drill_is_compared_with_it() {
        String bad = Objects.requireNonNull(ShippedDrills.BAD.get("en"));
        String first = begun("attack-on-competence", "en");
        JsonNode angrier = say(first, 1, bad).json();
        assertThat(angrier.path("turns").get(1).path("customer").asString()).startsWith("So you are one of those too");
        say(first, 2, bad);
        JsonNode over = say(first, 3, bad).json();

        assertThat(over.path("outcome").asString()).isEqualTo("escalated");
        JsonNode judgement = over.path("turns").get(0).path("judgement");
        assertThat(judgement.path("bearing").asString()).isEqualTo("mirrored");
        assertThat(judgement.at("/hostileAt/words").asString()).contains("idiots");
        assertThat(judgement
                        .path("marks")
                        .valueStream()
                        .filter(mark -> mark.path("kind").asString().equals("avoided"))
                        .map(mark -> mark.at("/evidence/words").asString()))
                .containsExactly("You should have", "ticket", "as soon as possible", "Calm down");

        String second = begun("order-change", "en");
        say(second, 1, named(Objects.requireNonNull(ShippedDrills.GOOD.get("en"))));
        JsonNode ended = consultant().post(second + "/end", "{}").json();
        assertThat(ended.path("outcome").asString()).isEqualTo("broken-off");
        JsonNode analysis = ended.path("analysis");
        assertThat(analysis.at("/picture/marksMet").asDouble()).isEqualTo(1);
        assertThat(analysis.at("/earlier/drills").asInt()).isEqualTo(1);
        assertThat(analysis.at("/earlier/mirrored").asInt()).isEqualTo(3);
        assertThat(analysis.at("/earlier/marksMet").asDouble())
                .isLessThan(analysis.at("/picture/marksMet").asDouble());
        assertThat(analysis.has("earlierOfThisScenario")).isFalse();
        assertThat(consultant().get(first).json())
                .as("what came later changes nothing")
                .isEqualTo(over);
    }

    @Test
    void sending_again_changes_nothing_and_something_else_is_refused() {
        String[] key = key();
        var begun = consultant().post(DRILLS, drill("endless-why", "pl"), key);
        var again = consultant().post(DRILLS, drill("endless-why", "pl"), key);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(begun.json());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(consultant().post(DRILLS, drill("endless-why", "it"), key).problem())
                .isEqualTo("idempotency-key-reused");
        String path = begun.header("Location");

        var said = say(path, 1, "Przepraszam.");
        var repeated = say(path, 1, "Przepraszam.");
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeated.header("ETag")).isEqualTo(said.header("ETag"));
        assertThat(say(path, 1, "Nie.").problem()).isEqualTo("answered-already");
        assertThat(say(path, 3, "Nie.").problem()).isEqualTo("not-this-turn");
        consultant().post(path + "/end", "{}");
        assertThat(consultant().post(path + "/end", "{}").header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(say(path, 2, "Nie.").problem()).isEqualTo("drill-ended");
    }

    @Test
    void what_does_not_fit_is_refused_with_all_reasons() {
        assertThat(consultant().post(DRILLS, drill("endless-why", "en")).status())
                .isEqualTo(400);
        assertThat(consultant().post(DRILLS, "{\"language\":\"xx\"}", key()).pointers())
                .containsExactlyInAnyOrder("/scenario", "/language");
        assertThat(consultant().post(DRILLS, drill("tea-party", "en"), key()).pointers())
                .containsExactly("/scenario");
        String path = begun("endless-why", "en");
        assertThat(consultant().post(path + "/answers", "{\"turn\":0}").pointers())
                .containsExactlyInAnyOrder("/turn", "/text");
        assertThat(consultant().get(DRILLS + "/nonsense").status()).isEqualTo(404);
        assertThat(consultant().get(DRILLS + "/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(consultant().get(DRILLS + "?limit=0").pointers()).containsExactly("/limit");
    }

    @Test
    @Behaviour("R143")
    void a_supervisor_reads_all_a_consultant_only_their_own_and_nobody_else_any() {
        String path = begun("endless-why", "ro");
        String other = begun("order-change", "ro");
        HttpTalk colleague = intake.as("colleague", "consultant");

        assertThat(sofia.get(path).status()).isEqualTo(200);
        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(say(colleague, path, 1, "Ha!").status()).isEqualTo(404);
        assertThat(colleague.post(path + "/end", "{}").status()).isEqualTo(404);
        assertThat(say(sofia, path, 1, "Ha!").status()).isEqualTo(403);
        for (String role : List.of("frontline", "auditor", "department:finance")) {
            HttpTalk stranger = intake.as("x", role);
            assertThat(stranger.get(path).status()).isEqualTo(403);
            assertThat(stranger.get(DRILLS).status()).isEqualTo(403);
            assertThat(stranger.get("/api/v1/drill-scenarios").status()).isEqualTo(403);
        }

        JsonNode own = consultant().get(DRILLS + "?limit=1").json();
        assertThat(own.path("drills").get(0).path("id").asString()).isEqualTo(id(other));
        JsonNode next = consultant()
                .get(DRILLS + "?limit=1&cursor=" + own.path("next").asString())
                .json();
        assertThat(next.path("drills").get(0).path("id").asString()).isEqualTo(id(path));
        assertThat(colleague.get(DRILLS + "?consultant=" + trainee).status()).isEqualTo(404);
        assertThat(sofia.get(DRILLS + "?consultant=" + trainee)
                        .json()
                        .path("drills")
                        .size())
                .isEqualTo(2);
        assertThat(sofia.get(DRILLS + "?limit=200")
                        .json()
                        .path("drills")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .contains(id(path), id(other));
    }

    @Test
    @Behaviour("R142")
    void a_drill_is_no_case_and_weighs_on_nobody() {
        HttpTalk hannah = intake.as("hannah", "consultant");
        JsonNode before = hannah.get("/api/v1/consultants").json();
        var begun = hannah.post(DRILLS, drill("attack-on-competence", "en"), key());
        assertThat(begun.header("Redress-Position"))
                .as("it has put nothing anywhere")
                .isEmpty();
        String path = begun.header("Location");
        for (int turn = 1; turn <= 3; turn++) {
            say(hannah, path, turn, Objects.requireNonNull(ShippedDrills.GOOD.get("en")));
        }

        assertThat(hannah.get(path).json().path("outcome").asString()).isEqualTo("calmed");
        assertThat(hannah.get("/api/v1/consultants").json()).isEqualTo(before);
        assertThat(hannah.get("/api/v1/cases").json().path("cases").size()).isZero();
        assertThat(hannah.get("/api/v1/cases/" + id(path)).status()).isEqualTo(404);
    }

    private HttpTalk consultant() {
        return intake.as(trainee, "consultant");
    }

    private String begun(String scenario, String language) {
        var begun = consultant().post(DRILLS, drill(scenario, language), key());
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().path("turns").size()).isEqualTo(1);
        return begun.header("Location");
    }

    private HttpTalk.Answer say(String path, int turn, String text) {
        return say(consultant(), path, turn, text);
    }

    private static HttpTalk.Answer say(HttpTalk who, String path, int turn, String text) {
        return who.post(path + "/answers", "{\"turn\":" + turn + ",\"text\":" + JSON.writeValueAsString(text) + "}");
    }

    private String named(String answer) {
        return answer.replace("Hannah", trainee);
    }

    private static String id(String path) {
        return path.substring(DRILLS.length() + 1);
    }

    private static String drill(String scenario, String language) {
        return "{\"scenario\":\"" + scenario + "\",\"language\":\"" + language + "\"}";
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
