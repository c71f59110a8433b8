package io.redress.department.application;

import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.department.domain.CharterCommand.DeclareCharter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Contact;
import io.redress.department.domain.Ola;
import io.redress.department.domain.RequestContract;
import io.redress.department.domain.RequestForms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of {@code charters.yaml}. See {@link CharterContent} for what its parts mean.
 *
 * @param validFrom when it comes into force; absent for at once
 */
public record DeclaredCharter(
        DepartmentCode department,
        @Nullable List<String> handles,
        @Nullable RequestContract request,
        @Nullable Ola ola,
        @Nullable DeclaredCalendar calendar,
        @Nullable Integer capacity,
        @Nullable Integer urgentAllowance,
        @Nullable Integer progressEveryMinutes,
        @Nullable Integer marginPercent,
        @Nullable String guide,
        @Nullable RequestForms forms,
        @Nullable Instant validFrom,
        @Nullable Contact contact) {

    CharterContent content() {
        return new CharterContent(
                handles,
                request,
                ola,
                calendar,
                capacity,
                urgentAllowance,
                progressEveryMinutes,
                marginPercent,
                guide,
                forms,
                contact);
    }

    /** The same block has the same fingerprint, in whatever order its parts are written. */
    DeclareCharter command() {
        return new DeclareCharter(
                department, content(), validFrom, Fingerprint.of(Wire.mapper().writeValueAsString(this)));
    }
}
