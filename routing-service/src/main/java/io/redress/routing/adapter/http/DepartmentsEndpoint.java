package io.redress.routing.adapter.http;

import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.Departments;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registered departments, for anybody who is signed in. */
@RestController
class DepartmentsEndpoint {
    private final DepartmentList list;

    DepartmentsEndpoint(Departments departments) {
        list = new DepartmentList(departments.all().stream()
                .map(it -> new DepartmentLine(it.code(), it.name(), it.handles()))
                .toList());
    }

    @GetMapping("/api/v1/departments")
    DepartmentList departments() {
        return list;
    }

    record DepartmentList(List<DepartmentLine> departments) {}

    record DepartmentLine(DepartmentCode code, String name, List<String> handles) {}
}
