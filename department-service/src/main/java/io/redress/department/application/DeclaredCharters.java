package io.redress.department.application;

import io.redress.chassis.declare.DeclaredFile;
import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Ola;
import io.redress.department.domain.RequestContract;
import io.redress.department.domain.RequestForms;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code charters.yaml}. */
public final class DeclaredCharters {
    private DeclaredCharters() {}

    /**
     * The charters in a file.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be
     */
    public static List<Charter> read(String name, InputStream yaml) {
        List<Declared> declared =
                DeclaredFile.read(name, yaml, Wire.mapper(), ChartersFile.class).charters();
        Set<DepartmentCode> seen = new HashSet<>();
        return declared.stream()
                .map(it -> {
                    if (!seen.add(it.department())) {
                        throw new IllegalArgumentException("In " + name
                                + ": Expected one charter for each department, but " + it.department() + " has two");
                    }
                    try {
                        return Charter.of(it.department(), 1, it.content(), PublicHolidays::of);
                    } catch (RuntimeException wrong) {
                        throw new IllegalArgumentException(
                                "In " + name + ", in the charter of " + it.department() + ": " + wrong.getMessage(),
                                wrong);
                    }
                })
                .toList();
    }

    private record ChartersFile(List<Declared> charters) {}

    private record Declared(
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
            @Nullable RequestForms forms) {
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
                    forms);
        }
    }
}
