package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each department has published about how to ask it. One that has published nothing takes a request as it comes. */
public final class Charters {
    /** Where nobody has published anything. */
    public static final Charters NONE = new Charters(List.of());

    private final Map<DepartmentCode, Charter> byDepartment = new HashMap<>();

    /** @throws IllegalArgumentException where a department is there twice */
    public Charters(List<Charter> all) {
        for (Charter charter : all) {
            if (byDepartment.put(charter.department(), charter) != null) {
                throw new IllegalArgumentException(
                        "Expected one charter for each department, but " + charter.department() + " has two");
            }
        }
    }

    /** @param request what it needs of whoever asks */
    public record Charter(DepartmentCode department, RequestContract request) {}

    public Charter of(DepartmentCode department) {
        Charter declared = byDepartment.get(department);
        return declared == null ? new Charter(department, RequestContract.NONE) : declared;
    }
}
