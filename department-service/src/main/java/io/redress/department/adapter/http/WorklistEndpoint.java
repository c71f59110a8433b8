package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.RequestView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a department has to do, the earliest due first. */
@RestController
class WorklistEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final DepartmentCases cases;

    WorklistEndpoint(DepartmentCases cases) {
        this.cases = cases;
    }

    /** @param limit counts cases; a case with several open requests for the department shows them together */
    @GetMapping("/api/v1/departments/{code}/worklist")
    Mono<Worklist> worklist(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Access.toRead(caller, code);
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        return cases.find(new IndexQuery(DepartmentDefinition.WORKLIST, code.value(), cursor, limit))
                .map(page -> new Worklist(
                        page.cases().stream()
                                .flatMap(view -> RequestView.open(view.state(), code).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** One page; {@code next} is absent on the last. */
    record Worklist(List<RequestView> items, @Nullable String next) {}
}
