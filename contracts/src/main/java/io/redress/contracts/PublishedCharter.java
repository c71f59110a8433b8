package io.redress.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a department says in a version of its charter. What is absent it has not said.
 *
 * @param handles natures of complaints that are its own
 * @param fields what it needs of whoever asks, in the order in which it reads them
 * @param ola by when it says something and answers, in its working time
 * @param calendar its working time
 * @param capacity requests that it works on at the same time
 * @param urgentAllowance what it may spend of urgency in a week
 * @param progressEveryMinutes of its working time between two reports of how far it is
 * @param marginPercent how much of a promise may be its own buffer at most
 * @param guide how to be a good client of it, for people
 */
public record PublishedCharter(
        List<String> handles,
        List<Field> fields,
        @Nullable Ola ola,
        @Nullable Calendar calendar,
        @Nullable Integer capacity,
        @Nullable Integer urgentAllowance,
        @Nullable Integer progressEveryMinutes,
        @Nullable Integer marginPercent,
        @Nullable String guide) {
    /** Natures in {@code handles}. */
    public static final int NATURES = 50;

    public PublishedCharter {
        Bounds.count("natures", handles, NATURES);
        Bounds.count("fields", fields, Limits.FIELDS);
        Bounds.optionalText("a guide", guide, Limits.FINDINGS);
        handles = List.copyOf(handles);
        fields = List.copyOf(fields);
    }

    /**
     * Something that the department needs to begin.
     *
     * @param name as the department calls it
     * @param form what it looks like
     * @param example in that form
     * @param optional whether the work can begin without it
     * @param suppliedBy who can say it, where that is known
     * @param also what others call it
     * @param prerequisite whether {@code suppliedBy} has to do something before it can be said
     * @param known what of the case says it, so that nobody need
     * @param kinds of the requests that need it
     */
    public record Field(
            String name,
            String meaning,
            Form form,
            String example,
            boolean optional,
            @Nullable DepartmentCode suppliedBy,
            List<String> also,
            boolean prerequisite,
            @Nullable Known known,
            List<RequestKind> kinds) {
        public Field {
            Bounds.text("a name", name, Limits.KEY);
            Bounds.text("a meaning", meaning, Limits.FIELD);
            Bounds.count("other names", also, Limits.KNOWN);
            also = List.copyOf(also);
            kinds = List.copyOf(kinds);
        }
    }

    /** What a case knows from its beginning. */
    public enum Known {
        PRODUCT,
        REGION,
        /** The day on which the customer said it. */
        RECEIVED,
        /** The evidence that was shown last. */
        EVIDENCE
    }

    /** What the value of a field looks like. */
    public enum Form {
        /** One line. */
        TEXT,
        /** Capitals, digits and hyphens. */
        NUMBER,
        /** As {@code 2026-12-01}. */
        DATE,
        /** As {@code 120.00 EUR}. */
        AMOUNT
    }

    /**
     * What is offered in working time.
     *
     * @param firstAnswerMinutes until something is said, at most {@code resolutionMinutes}
     * @param resolutionMinutes until it is answered
     */
    public record Ola(int firstAnswerMinutes, int resolutionMinutes) {
        /** 2,000 working hours. */
        public static final int MOST_MINUTES = 120_000;

        public Ola {
            Bounds.between("resolutionMinutes", 1, resolutionMinutes, MOST_MINUTES);
            Bounds.between("firstAnswerMinutes", 1, firstAnswerMinutes, resolutionMinutes);
        }
    }

    /**
     * Working time.
     *
     * @param zone of IANA, as {@code Europe/Bucharest}
     * @param hours by English weekday, as {@code 09:00-13:00, 14:00-18:00}; a day that is not named is free
     * @param holidays of which country or region, as {@code RO} or {@code DE-BY}
     * @param closed further days, as {@code 2026-12-24}
     */
    public record Calendar(
            String zone,
            Map<String, String> hours,
            @Nullable String holidays,
            @Nullable List<String> closed) {
        public Calendar {
            hours = Collections.unmodifiableMap(new LinkedHashMap<>(hours));
            closed = closed == null ? null : List.copyOf(closed);
        }
    }
}
