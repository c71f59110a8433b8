package io.redress.routing.adapter.http;

import io.redress.chassis.http.Refusal;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.TableFinding;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Says of a draft of the routing table what is wrong with it (R100). Nothing is kept of it. */
@RestController
class RulesCheckEndpoint {
    /** A check can keep a processor busy for a second, so that only one at a time does. */
    static final Scheduler ONE_AT_A_TIME = Schedulers.newBoundedElastic(1, 100, "table-check", 10, true);

    private final ReadDraft reading;
    private final Industry industry;

    RulesCheckEndpoint(Departments departments, Industry industry) {
        this.reading = new ReadDraft(departments);
        this.industry = industry;
    }

    @PostMapping("/api/v1/routing-rules:check")
    Mono<ResponseEntity<Checkup>> check(@RequestBody(required = false) byte[] content, HttpHeaders headers) {
        if (content == null) {
            throw Refusal.unreadable("Expected a draft of the routing table, but the body is empty.");
        }
        return Mono.fromCallable(() -> reading.of(content, headers.getContentType()))
                .map(draft -> Checkup.of(industry, draft.findings(industry)))
                .map(checkup -> ResponseEntity.ok().body(checkup))
                .subscribeOn(ONE_AT_A_TIME);
    }

    /**
     * What is wrong with a draft.
     *
     * @param usable whether a service would start with it
     * @param industry what the company makes; rows of another profile are not looked at
     */
    record Checkup(boolean usable, Industry industry, List<TableFinding> findings) {
        static Checkup of(Industry industry, List<TableFinding> findings) {
            return new Checkup(findings.stream().noneMatch(TableFinding::stopsTheStart), industry, findings);
        }
    }
}
