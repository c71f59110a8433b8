package io.redress.benchmarks.diagnosis;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The labels of labelled complaints, and which natures of the default charters belong to each. */
public enum Department {
    /** Finance. */
    FIN("invoice payment overcharge refund payment-plan"),
    /** Logistics and operations. */
    LOG("delivery inventory return"),
    /** Development, manufacturing and quality control. */
    QC("technical-fault crash product-error defect failure recall"),
    /** Product management. */
    PROD("missing-feature roadmap"),
    /** Marketing and public relations. */
    MKT("misleading-promotion public-impact"),
    /** Legal and compliance. */
    LEGAL("contract terms-of-service major-claim"),
    /** Senior management. */
    SM("vip crisis"),
    /** No department: somebody needs listening, or nobody can tell what it is about. */
    CS("venting unclear"),
    /** No complaint. */
    NONE("praise question");

    private static final Map<String, Department> BY_NATURE = new HashMap<>();

    static {
        for (Department department : values()) {
            Arrays.stream(department.natures.split(" ", -1)).forEach(nature -> BY_NATURE.put(nature, department));
        }
    }

    private final String natures;

    Department(String natures) {
        this.natures = natures;
    }

    /** Where a hypothesis leads: nowhere, if it is that nobody complains. */
    static Department of(Hypothesis hypothesis) {
        Department department = hypothesis.cause() == Cause.NO_COMPLAINT ? NONE : BY_NATURE.get(hypothesis.nature());
        if (department == null) {
            throw new IllegalArgumentException(
                    "Expected a nature of the default charters, but got " + hypothesis.nature());
        }
        return department;
    }
}
