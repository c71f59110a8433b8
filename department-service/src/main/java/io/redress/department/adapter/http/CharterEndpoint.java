package io.redress.department.adapter.http;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charters;
import io.redress.department.domain.RequestContract;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a department needs of whoever asks it for something, to be read before asking (R66, R67). */
@RestController
class CharterEndpoint {
    private final Charters charters;

    CharterEndpoint(Charters charters) {
        this.charters = charters;
    }

    @GetMapping("/api/v1/departments/{code}/charter")
    CharterView read(@PathVariable DepartmentCode code) {
        return new CharterView(code, charters.of(code).request());
    }

    record CharterView(DepartmentCode department, RequestContract request) {}
}
