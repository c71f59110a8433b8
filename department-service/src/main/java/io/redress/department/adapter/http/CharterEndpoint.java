package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.CharterRegistry;
import io.redress.department.application.CharterRegistry.Seen;
import io.redress.department.application.CharterView;
import io.redress.department.application.EditionView;
import io.redress.department.domain.CharterCommand.PublishCharter;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How to ask a department for something, to be read before asking (R66, R67, R78-R81). */
@RestController
class CharterEndpoint {
    static final String ADDRESS = "/api/v1/departments/{code}/charter";

    private final CharterRegistry registry;

    CharterEndpoint(CharterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(ADDRESS)
    Mono<ResponseEntity<CharterView>> read(@PathVariable DepartmentCode code, Positions atLeast) {
        return registry.read(code, atLeast.values()).map(seen -> {
            CharterView view = CharterView.of(seen.book(), seen.at());
            return ResponseEntity.ok()
                    .eTag(CharterTag.of(seen.revision(), view))
                    .body(view);
        });
    }

    @PutMapping(ADDRESS)
    Mono<ResponseEntity<EditionView>> publish(
            @PathVariable DepartmentCode code,
            @RequestBody CharterBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        if (!caller.isAny("department:" + code, "supervisor")) {
            throw Refusal.notFound();
        }
        PublishCharter command = new PublishCharter(code, body.content(), body.validFrom(), caller.subject());
        return registry.read(code, Map.of())
                .doOnNext(now -> CharterTag.orRefuse(seen, now.revision()))
                .flatMap(now -> registry.submit(code, command, now.revision(), traceparent))
                .map(CharterEndpoint::accepted)
                .map(view -> {
                    Seen now = registry.seen(code, view);
                    return stamped(now, view)
                            .body(EditionView.of(
                                    now.book(), now.book().editions().getLast(), now.at()));
                });
    }

    private static CaseView<DepartmentState> accepted(Outcome<DepartmentState, DepartmentFact> outcome) {
        if (outcome instanceof Outcome.Rejected<DepartmentState, DepartmentFact>(var code, var why, var _)
                && code.equals("too-far-ahead")) {
            throw Refusal.unprocessable(code, why + ".");
        }
        return Outcomes.accepted(outcome).view();
    }

    /** An answer to a write: what it has put into which stream. */
    static ResponseEntity.BodyBuilder stamped(Seen seen, CaseView<DepartmentState> view) {
        Answers.Written written = Outcomes.written(view, CharterRegistry.STREAM);
        return ResponseEntity.ok()
                .eTag(ExpectedRevision.tag(seen.revision()))
                .header(Positions.WRITTEN, written.positions().format());
    }
}
