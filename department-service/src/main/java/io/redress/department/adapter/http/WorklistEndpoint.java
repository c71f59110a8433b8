package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.DepartmentLoad;
import io.redress.department.application.RequestView;
import io.redress.department.application.Worklist;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a department has to do, what breaks first first. */
@RestController
class WorklistEndpoint {
    private static final String OPEN = "open";
    private static final String RETURNED = "returned";
    private static final String STOPPED = "stopped";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;
    private static final int MAX_NATURE = 100;
    private static final List<String> KINDS =
            Arrays.stream(RequestKind.values()).map(Enum::name).toList();

    private final DepartmentCases cases;
    private final Worklist worklist;
    private final DepartmentLoad load;

    WorklistEndpoint(DepartmentCases cases, Worklist worklist, DepartmentLoad load) {
        this.cases = cases;
        this.worklist = worklist;
        this.load = load;
    }

    /**
     * @param state {@code open} for what is to be done, {@code stopped} for what of it waits for whoever asked,
     *     {@code returned} for what lacks something and is not to be done yet
     * @param limit counts cases; a case with several such requests for the department shows them together
     */
    @GetMapping("/api/v1/departments/{code}/worklist")
    Mono<Items> worklist(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = OPEN) String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String nature,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Access.toRead(caller, code);
        boolean returned = state.equals(RETURNED);
        Checks checks = new Checks();
        checks.oneOf("/state", state, List.of(OPEN, RETURNED, STOPPED))
                .oneOf("/kind", kind, KINDS)
                .length("/nature", nature, 1, MAX_NATURE)
                .that(
                        !returned || kind == null && nature == null && !overdue,
                        "/state",
                        "Expected no other filter beside returned.")
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        if (returned) {
            return returned(code, cursor, limit);
        }
        RequestKind ofKind = kind == null ? null : RequestKind.valueOf(kind);
        return worklist.page(new Worklist.Wanted(code, ofKind, nature, overdue, state.equals(STOPPED)), cursor, limit)
                .map(part -> new Items(part.items(), part.next().isEmpty() ? null : part.next()));
    }

    private Mono<Items> returned(DepartmentCode code, String cursor, int limit) {
        return cases.find(new IndexQuery(DepartmentDefinition.RETURNED, code.value(), cursor, limit))
                .map(page -> new Items(
                        page.cases().stream()
                                .flatMap(view -> RequestView.returned(view.state(), code).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    @GetMapping("/api/v1/departments/{code}/worklist/load")
    Mono<DepartmentLoad.Load> load(@PathVariable DepartmentCode code, Caller caller) {
        Access.toRead(caller, code);
        return load.of(code);
    }

    /** One page; {@code next} is absent on the last. */
    record Items(List<RequestView> items, @Nullable String next) {}
}
