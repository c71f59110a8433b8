package io.redress.analytics.adapter.http;

import io.redress.analytics.application.CompareServiceLevels;
import io.redress.analytics.application.ServiceLevels;
import io.redress.chassis.http.Checks;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.Wire;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Internal and external service side by side (R73); a department sees its own. */
@RestController
class ServiceLevelsEndpoint {
    private static final int MOST_WEEKS = 26;

    private final CompareServiceLevels levels;
    private final InstantSource clock;

    ServiceLevelsEndpoint(CompareServiceLevels levels, InstantSource clock) {
        this.levels = levels;
        this.clock = clock;
    }

    @GetMapping("/api/v1/service-levels")
    Mono<ResponseEntity<ServiceLevels>> levels(@RequestParam(defaultValue = "8") int weeks, Caller caller) {
        new Checks().range("/weeks", weeks, 1, MOST_WEEKS).orRefuse();
        boolean all = caller.isAny("supervisor", "auditor");
        return levels.of(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        weeks,
                        department -> all || caller.departments().contains(department))
                .map(found -> ResponseEntity.ok()
                        .eTag('"' + Fingerprint.of(Wire.mapper().writeValueAsString(found)) + '"')
                        .body(found));
    }
}
