package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.department.application.ServiceMirror;
import io.redress.department.application.ServiceMirrors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A department as a supplier and as a client, in one view (R72). */
@RestController
class ServiceEndpoint {
    static final String ADDRESS = "/api/v1/departments/{code}/service";

    private final ServiceMirrors mirrors;

    ServiceEndpoint(ServiceMirrors mirrors) {
        this.mirrors = mirrors;
    }

    @GetMapping(ADDRESS)
    Mono<ResponseEntity<ServiceMirror>> mirror(
            @PathVariable DepartmentCode code, @RequestParam(defaultValue = "4") int weeks, Caller caller) {
        Access.toRead(caller, code);
        new Checks().range("/weeks", weeks, 1, ServiceMirrors.MOST_WEEKS).orRefuse();
        return mirrors.of(code, weeks)
                .map(mirror -> ResponseEntity.ok().eTag(tag(mirror)).body(mirror));
    }

    /** The same figures have the same tag, whenever they were added up. */
    private static String tag(ServiceMirror mirror) {
        ServiceMirror figures = new ServiceMirror(
                mirror.department(),
                mirror.weeks(),
                mirror.from(),
                mirror.from(),
                mirror.looked(),
                mirror.supplier(),
                mirror.thanksReceived(),
                mirror.paddingIndex(),
                mirror.client(),
                mirror.cooperation());
        return '"' + Fingerprint.of(Wire.mapper().writeValueAsString(figures)) + '"';
    }
}
