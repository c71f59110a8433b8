package io.redress.routing.domain.knowledge;

import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnownProblem;
import io.redress.contracts.KnownProblem.Identified;
import io.redress.contracts.OptionIdea;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Known problems for tests: each method gives the same problem with one thing more. */
public record Problem(
        String id,
        DepartmentCode department,
        List<String> natures,
        @Nullable Identified product,
        @Nullable Identified lot,
        @Nullable CustomerGroup customers,
        Map<String, List<String>> phrases,
        List<OptionIdea> options,
        Instant recordedAt,
        @Nullable Instant validUntil) {
    static final Instant RECORDED = Instant.parse("2026-03-01T09:00:00Z");

    /** Recorded by somebody who speaks Romanian. */
    public static Problem known(int number) {
        return new Problem(
                "kp-00000000-0000-0000-0000-%012d".formatted(number),
                new DepartmentCode("development"),
                List.of("product-error"),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                RECORDED,
                null);
    }

    public Problem of(String department) {
        return new Problem(
                id,
                new DepartmentCode(department),
                natures,
                product,
                lot,
                customers,
                phrases,
                options,
                recordedAt,
                validUntil);
    }

    public Problem about(String... kinds) {
        return new Problem(
                id, department, List.of(kinds), product, lot, customers, phrases, options, recordedAt, validUntil);
    }

    public Problem product(String name, String... aliases) {
        var named = new Identified(name, List.of(aliases));
        return new Problem(id, department, natures, named, lot, customers, phrases, options, recordedAt, validUntil);
    }

    public Problem lot(String name) {
        var named = new Identified(name, List.of());
        return new Problem(
                id, department, natures, product, named, customers, phrases, options, recordedAt, validUntil);
    }

    Problem concerning(CustomerGroup group) {
        return new Problem(id, department, natures, product, lot, group, phrases, options, recordedAt, validUntil);
    }

    Problem saying(String language, String... said) {
        return new Problem(
                id,
                department,
                natures,
                product,
                lot,
                customers,
                Map.of(language, List.of(said)),
                options,
                recordedAt,
                validUntil);
    }

    public Problem solvedBy(OptionIdea option) {
        return new Problem(
                id, department, natures, product, lot, customers, phrases, List.of(option), recordedAt, validUntil);
    }

    Problem recorded(Instant at) {
        return new Problem(id, department, natures, product, lot, customers, phrases, options, at, validUntil);
    }

    public Problem until(Instant end) {
        return new Problem(id, department, natures, product, lot, customers, phrases, options, recordedAt, end);
    }

    /** As routing keeps it. */
    public RecordedProblem recorded() {
        return new RecordedProblem(
                id,
                new KnownProblem(
                        "Pompa hidraulică pierde ulei",
                        department,
                        natures,
                        product,
                        lot,
                        null,
                        List.of("presales"),
                        "Garnitura pompei cedează sub zero grade.",
                        List.of(new Claim("fault.admitted", "true", null)),
                        options,
                        RECORDED,
                        validUntil),
                customers,
                phrases,
                "felicia",
                recordedAt,
                recordedAt,
                "",
                null);
    }
}
