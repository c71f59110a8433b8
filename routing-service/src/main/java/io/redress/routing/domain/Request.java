package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import org.jspecify.annotations.Nullable;

/** One request as routing sees it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Request {

    /** What was asked, and of whom. */
    Ask ask();

    /** The department owns it and has not answered. */
    record Open(Ask ask) implements Request {}

    /** The department has answered. */
    record Answered(Ask ask) implements Request {}

    /** The department has declined; another request has taken its place. */
    record PassedOn(Ask ask, RequestId replacedBy) implements Request {}

    /** The department need not go on: the diagnosis was revised. */
    record Withdrawn(Ask ask) implements Request {}

    /**
     * What is asked, and of whom.
     *
     * @param stepId the step of the chosen solution that it carries out; absent for other requests
     */
    record Ask(
            RequestId id,
            DepartmentCode department,
            RequestKind kind,
            String nature,
            String subject,
            @Nullable String stepId) {}
}
