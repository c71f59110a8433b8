package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.Resource;
import io.redress.resolution.domain.ResourceTerms.Part;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much there is of something, and who has what of it; quantities are decimals as text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResourceView(
        String name,
        String kind,
        DepartmentCode owner,
        @Nullable String currency,
        long revision,
        List<PartLine> parts) {

    /**
     * @param slot absent for a stock or a budget
     * @param quantity all of it
     * @param held offered to somebody who has not chosen yet
     * @param taken chosen by somebody, what is gone for good included
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartLine(@Nullable String slot, String quantity, String held, String taken, String free) {
        static PartLine of(Resource resource, Part part) {
            return new PartLine(
                    part.name().isEmpty() ? null : part.name(),
                    part.capacity().toPlainString(),
                    resource.held(part.name()).toPlainString(),
                    resource.taken(part.name()).toPlainString(),
                    resource.free(part.name()).toPlainString());
        }
    }

    /** Some of them by name; {@code next} is empty at the end. */
    record Page(List<ResourceView> resources, String next) {}

    static ResourceView of(Resource resource) {
        return new ResourceView(
                resource.name(),
                resource.terms().kind().name().toLowerCase(Locale.ROOT),
                resource.terms().owner(),
                resource.terms().currency(),
                resource.revision(),
                resource.terms().parts().stream()
                        .map(part -> PartLine.of(resource, part))
                        .toList());
    }
}
