package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.resolution.domain.ValueLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a solution may be worth before senior management must agree: now, before, and from when on otherwise. */
@RestController
class LimitsEndpoint {
    private final ValueLimits limits;
    private final InstantSource clock;

    LimitsEndpoint(ValueLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/api/v1/value-limits")
    LimitsView read() {
        return new LimitsView(
                limits.at(clock.instant()).map(ValueLimits.Edition::version).orElse(null),
                limits.editions().stream().map(EditionLine::of).toList());
    }

    /** @param inForce the version of the edition that counts now; absent before the first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitsView(@Nullable String inForce, List<EditionLine> editions) {}

    record EditionLine(String version, Instant validFrom, List<LimitLine> limits) {
        static EditionLine of(ValueLimits.Edition it) {
            return new EditionLine(
                    it.version(),
                    it.validFrom(),
                    it.rows().stream()
                            .map(row -> new LimitLine(row.role(), row.tier(), row.natures(), row.upTo()))
                            .toList());
        }
    }

    /** The first of an edition that fits decides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitLine(
            @Nullable DepartmentCode role, Customer.@Nullable Tier tier, List<String> natures, List<Money> upTo) {}
}
