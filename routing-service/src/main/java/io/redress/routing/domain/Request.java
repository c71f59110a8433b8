package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request as routing sees it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Request {

    /** What was asked, and of whom. */
    Ask ask();

    /** The department owns it and has not answered. */
    record Open(Ask ask) implements Request {}

    /** The department has declined, and answers for it until whoever is asked now has accepted. */
    record OnOffer(Ask ask, Offer offer) implements Request {}

    /**
     * The department is asked to take it over from another, which answers for it meanwhile.
     *
     * @param insteadOf what the other one gives away
     */
    record Offered(Ask ask, RequestId insteadOf) implements Request {}

    /** The department has answered. */
    record Answered(Ask ask) implements Request {}

    /** The department has declined; another request has taken its place. */
    record PassedOn(Ask ask, RequestId replacedBy) implements Request {}

    /** The department did not take over what it was offered. */
    record Refused(Ask ask) implements Request {}

    /** The department need not go on: the diagnosis was revised. */
    record Withdrawn(Ask ask) implements Request {}

    /**
     * Who is asked to take a request over.
     *
     * @param replacedBy the request under which the other would take it over
     */
    record Offer(DepartmentCode to, RequestId replacedBy, String reason, Instant offeredAt, Instant answerBy) {}

    /**
     * What is asked, and of whom.
     *
     * @param stepId the step of the chosen solution that it carries out; absent for other requests
     * @param wantedId the wish of whoever answers for the case that it was raised for; absent for other requests
     * @param wantedBy when whoever asked would like to have it
     * @param charterVersion of the department, under which it was asked, 0 where it had published none; absent where
     *     nobody has said that yet
     */
    record Ask(
            RequestId id,
            DepartmentCode department,
            RequestKind kind,
            String nature,
            String subject,
            @Nullable String stepId,
            @Nullable String wantedId,
            @Nullable Instant wantedBy,
            @Nullable Integer charterVersion) {

        /** What is still to be raised. */
        Ask(
                RequestId id,
                DepartmentCode department,
                RequestKind kind,
                String nature,
                String subject,
                @Nullable String stepId) {
            this(id, department, kind, nature, subject, stepId, null, null, null);
        }
    }
}
