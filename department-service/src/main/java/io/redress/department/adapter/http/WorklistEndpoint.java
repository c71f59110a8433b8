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
    private static final String OPEN = "open";
    private static final String RETURNED = "returned";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final DepartmentCases cases;

    WorklistEndpoint(DepartmentCases cases) {
        this.cases = cases;
    }

    /**
     * @param state {@code open} for what is to be done, {@code returned} for what lacks something and is not to be done yet
     * @param limit counts cases; a case with several such requests for the department shows them together
     */
    @GetMapping("/api/v1/departments/{code}/worklist")
    Mono<Worklist> worklist(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = OPEN) String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Access.toRead(caller, code);
        Checks checks = new Checks();
        checks.oneOf("/state", state, List.of(OPEN, RETURNED))
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        boolean open = state.equals(OPEN);
        String index = open ? DepartmentDefinition.WORKLIST : DepartmentDefinition.RETURNED;
        return cases.find(new IndexQuery(index, code.value(), cursor, limit))
                .map(page -> new Worklist(
                        page.cases().stream()
                                .flatMap(view -> open
                                        ? RequestView.open(view.state(), code).stream()
                                        : RequestView.returned(view.state(), code).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** One page; {@code next} is absent on the last. */
    record Worklist(List<RequestView> items, @Nullable String next) {}
}
