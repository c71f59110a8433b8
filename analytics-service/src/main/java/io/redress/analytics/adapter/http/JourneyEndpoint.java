package io.redress.analytics.adapter.http;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.http.Positions;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.CaseId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that happened in a case: page by page, or as it happens. */
@RestController
class JourneyEndpoint {
    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final LiveJourneys live;

    JourneyEndpoint(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, LiveJourneys live) {
        this.lanes = lanes;
        this.live = live;
    }

    /** Names no media type, so that a caller who takes anything gets this one. */
    @GetMapping("/api/v1/cases/{id}/journey")
    Mono<ResponseEntity<byte[]>> read(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestParam(defaultValue = PageBounds.STANDARD) int limit,
            @RequestParam(defaultValue = "1") String cursor) {
        PageBounds.check(limit, cursor);
        long from = Math.max(1, JourneyPage.number(cursor, "cursor"));
        return JourneyAccess.visible(lanes, id, caller, atLeast)
                .flatMap(view -> lanes.log(id.value(), from, limit + 1)
                        .map(found -> ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(page(view, found, limit, caller))));
    }

    @GetMapping(path = "/api/v1/cases/{id}/journey", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> follow(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") String lastEventId) {
        long after = JourneyPage.number(lastEventId, "Last-Event-ID");
        return JourneyAccess.visible(lanes, id, caller, atLeast)
                .flatMapMany(view ->
                        live.follow(id.value(), after + 1, entry -> JourneyAccess.entry(entry, view.state(), caller)));
    }

    private static byte[] page(CaseView<Journey> view, List<LogEntry> found, int most, Caller caller) {
        List<byte[]> entries = found.stream()
                .limit(most)
                .map(entry -> JourneyAccess.entry(entry, view.state(), caller))
                .toList();
        return JourneyPage.json(
                view.id(), entries, found.size() > most ? found.getLast().number() : 0);
    }
}
