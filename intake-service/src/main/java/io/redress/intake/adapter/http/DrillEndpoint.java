package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.intake.adapter.http.DrillBody.AnswerBody;
import io.redress.intake.application.RunDrills;
import io.redress.intake.domain.DrillCommand;
import io.redress.intake.domain.DrillCommand.AnswerCustomer;
import io.redress.intake.domain.DrillCommand.EndDrill;
import io.redress.intake.domain.DrillCommand.StartDrill;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.drills.Drill;
import io.redress.intake.domain.drills.DrillBook;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where consultants train with difficult customers (R142) and read how it went (R143). */
@RestController
class DrillEndpoint {
    private static final String PATH = "/api/v1/drills";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 500;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final RunDrills drills;
    private final DrillBook book;
    private final Roster roster;

    DrillEndpoint(RunDrills drills, DrillBook book, Roster roster) {
        this.drills = drills;
        this.book = book;
        this.roster = roster;
    }

    @GetMapping("/api/v1/drill-scenarios")
    ScenarioList scenarios() {
        return new ScenarioList(
                book.scenarios().stream().map(DrillScenarioView::of).toList());
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<DrillView>> start(@RequestBody DrillBody body, IdempotencyKey key, Caller caller) {
        String scenario = Objects.requireNonNull(body.scenario());
        Checks checks = new Checks();
        checks.oneOf("/scenario", scenario, book.ids());
        checks.orRefuse();
        String id = RunDrills.id(caller.subject(), key.value());
        StartDrill command = new StartDrill(
                caller.subject(), name(caller.subject()), scenario, Objects.requireNonNull(body.language()));
        return submit(id, command)
                .flatMap(accepted -> answer(ResponseEntity.created(URI.create(PATH + "/" + id)), accepted));
    }

    @PostMapping(PATH + "/{id}/answers")
    Mono<ResponseEntity<DrillView>> answer(@PathVariable String id, @RequestBody AnswerBody body, Caller caller) {
        int turn = Objects.requireNonNull(body.turn());
        return goOn(id, new AnswerCustomer(turn, Objects.requireNonNull(body.text())), caller);
    }

    @PostMapping(PATH + "/{id}/end")
    Mono<ResponseEntity<DrillView>> end(@PathVariable String id, Caller caller) {
        return goOn(id, new EndDrill(), caller);
    }

    @GetMapping(PATH + "/{id}")
    Mono<ResponseEntity<DrillView>> read(@PathVariable String id, Caller caller) {
        return drills.read(known(id)).flatMap(view -> {
            if (!caller.is("supervisor")) {
                own(view, caller);
            }
            return seen(view).map(drill -> Answers.seen(view.version(), drill));
        });
    }

    /** A supervisor sees everybody's, or one consultant's; a consultant their own. */
    @GetMapping(PATH)
    Mono<DrillList> list(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Checks checks = new Checks();
        checks.length("/consultant", consultant, 1, MAX_LIMIT)
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        String whose = consultant == null && !caller.is("supervisor") ? caller.subject() : consultant;
        if (!caller.is("supervisor") && !caller.subject().equals(whose)) {
            throw Refusal.notFound();
        }
        return drills.find(whose, cursor, limit)
                .map(page -> new DrillList(
                        page.cases().stream().map(DrillLine::of).toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    private Mono<ResponseEntity<DrillView>> goOn(String id, DrillCommand command, Caller caller) {
        return drills.read(known(id)).flatMap(view -> {
            own(view, caller);
            return submit(id, command).flatMap(accepted -> answer(ResponseEntity.ok(), accepted));
        });
    }

    private Mono<Outcome.Accepted<IntakeState, IntakeFact>> submit(String id, DrillCommand command) {
        return drills.submit(id, command).map(CaseAccess::accepted);
    }

    private Mono<ResponseEntity<DrillView>> answer(
            ResponseEntity.BodyBuilder answer, Outcome.Accepted<IntakeState, IntakeFact> accepted) {
        answer.eTag(ExpectedRevision.tag(accepted.view().version()));
        if (accepted.events().isEmpty()) {
            answer.header(Answers.REPLAYED, "true");
        }
        return seen(accepted.view()).map(answer::body);
    }

    private Mono<DrillView> seen(CaseView<IntakeState> view) {
        Drill drill = drill(view);
        String id = RunDrills.idOf(view);
        return drill.ended()
                ? drills.before(drill).map(before -> DrillView.of(id, drill, before))
                : Mono.just(DrillView.of(id, drill, List.of()));
    }

    private static void own(CaseView<IntakeState> view, Caller caller) {
        if (!drill(view).consultant().equals(caller.subject())) {
            throw Refusal.notFound();
        }
    }

    private static Drill drill(CaseView<IntakeState> view) {
        return RunDrills.drill(view).orElseThrow(Refusal::notFound);
    }

    private static String known(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return id;
    }

    /** Who is not on the list of consultants yet trains under the name they sign in with. */
    private String name(String subject) {
        return roster.all().stream()
                .filter(consultant -> consultant.id().equals(subject))
                .map(Consultant::name)
                .findFirst()
                .orElse(subject);
    }

    /** All scenarios in all languages. */
    record ScenarioList(List<DrillScenarioView> scenarios) {}

    /** A drill in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrillLine(
            String id,
            String consultant,
            String scenario,
            String language,
            String status,
            Instant startedAt,
            @Nullable String outcome) {
        static DrillLine of(CaseView<IntakeState> view) {
            Drill drill = drill(view);
            return new DrillLine(
                    RunDrills.idOf(view),
                    drill.consultant(),
                    drill.scenario(),
                    drill.language(),
                    drill.ended() ? "ended" : "open",
                    drill.startedAt(),
                    drill.outcome() == null ? null : Codes.of(drill.outcome()));
        }
    }

    /** One page; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrillList(List<DrillLine> drills, @Nullable String next) {}
}
