package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.application.DepartmentLoad;
import io.redress.department.application.Worklist;
import io.redress.department.application.WorklistEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a department has to do, what breaks first first: page by page, or as it changes. */
@RestController
class WorklistEndpoint {
    private static final String OPEN = "open";
    private static final String RETURNED = "returned";
    private static final List<String> STATES = List.of(OPEN, "stopped", RETURNED);
    private static final String ADDRESS = "/api/v1/departments/{code}/worklist";
    private static final String STANDARD_LIMIT = "50";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;
    private static final int MAX_NATURE = 100;
    private static final List<String> KINDS =
            Arrays.stream(RequestKind.values()).map(Enum::name).toList();

    private final Worklist worklist;
    private final DepartmentLoad load;
    private final LiveWorklists live;

    WorklistEndpoint(Worklist worklist, DepartmentLoad load, LiveWorklists live) {
        this.worklist = worklist;
        this.load = load;
        this.live = live;
    }

    /**
     * Names no media type, so that a caller who takes anything gets this one.
     *
     * @param state {@code open} for what is to be done, {@code stopped} for what of it waits for whoever asked,
     *     {@code returned} for what lacks something and is not to be done yet
     * @param limit counts cases; a case with several such requests for the department shows them together
     */
    @GetMapping(ADDRESS)
    Mono<Items> worklist(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = OPEN) String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String nature,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = STANDARD_LIMIT) int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Access.toRead(caller, code);
        Checks checks = checks(state, kind, nature, overdue, limit).length("/cursor", cursor, 0, MAX_CURSOR);
        return worklist.page(wanted(checks, code, state, kind, nature, overdue), cursor, limit)
                .map(Items::of);
    }

    /** The first page, and then what changes on it. */
    @GetMapping(path = ADDRESS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> follow(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = OPEN) String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String nature,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = STANDARD_LIMIT) int limit,
            @RequestParam(defaultValue = "") String cursor,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            Caller caller) {
        Access.toRead(caller, code);
        Checks checks = checks(state, kind, nature, overdue, limit)
                .that(cursor.isEmpty(), "/cursor", "Expected no cursor, because only the first page is followed.");
        return live.follow(wanted(checks, code, state, kind, nature, overdue), limit, lastEventId);
    }

    private static Checks checks(
            String state, @Nullable String kind, @Nullable String nature, boolean overdue, int limit) {
        return new Checks()
                .oneOf("/state", state, STATES)
                .oneOf("/kind", kind, KINDS)
                .length("/nature", nature, 1, MAX_NATURE)
                .that(
                        !state.equals(RETURNED) || kind == null && nature == null && !overdue,
                        "/state",
                        "Expected no other filter beside returned.")
                .range("/limit", limit, 1, MAX_LIMIT);
    }

    private static Worklist.Wanted wanted(
            Checks checks,
            DepartmentCode code,
            String state,
            @Nullable String kind,
            @Nullable String nature,
            boolean overdue) {
        checks.orRefuse();
        return new Worklist.Wanted(
                code,
                Worklist.State.valueOf(state.toUpperCase(Locale.ROOT)),
                kind == null ? null : RequestKind.valueOf(kind),
                nature,
                overdue);
    }

    @GetMapping(ADDRESS + "/load")
    Mono<DepartmentLoad.Load> load(@PathVariable DepartmentCode code, Caller caller) {
        Access.toRead(caller, code);
        return load.of(code);
    }

    /** One page; {@code next} is absent on the last. */
    record Items(List<WorklistEntry> items, @Nullable String next) {
        static Items of(Worklist.Part part) {
            return new Items(part.items(), part.next().isEmpty() ? null : part.next());
        }
    }
}
