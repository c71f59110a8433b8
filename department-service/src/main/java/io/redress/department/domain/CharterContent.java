package io.redress.department.domain;

import io.redress.chassis.time.work.DeclaredCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a department says in one version of its charter. What it leaves out is the usual, see {@link Charter}.
 *
 * @param handles natures of complaints that are its own; at most {@value #MOST_NATURES}
 * @param request what it needs of whoever asks (R79)
 * @param ola by when it says something and answers; absent where it has not decided that
 * @param calendar its working time; absent for day and night, as far as only the charter is asked
 * @param capacity requests that it works on at the same time
 * @param urgentAllowance what it may spend of urgency in a week
 * @param progressEveryMinutes of its working time between two reports of how far it is
 * @param marginPercent how much of a promise may be its own buffer at most
 * @param guide how to be a good client of it, for people (R78)
 * @param forms the formats that its people use; absent where they use ours (R67)
 * @param contact whom to speak with where nobody has taken a request up yet (R138)
 */
public record CharterContent(
        List<String> handles,
        RequestContract request,
        @Nullable Ola ola,
        @Nullable DeclaredCalendar calendar,
        @Nullable Integer capacity,
        @Nullable Integer urgentAllowance,
        @Nullable Integer progressEveryMinutes,
        @Nullable Integer marginPercent,
        @Nullable String guide,
        @Nullable RequestForms forms,
        @Nullable Contact contact) {
    public static final int MOST_NATURES = 50;
    public static final int MOST_CAPACITY = 10_000;
    public static final int MOST_ALLOWANCE = 1_000;
    public static final int LEAST_PROGRESS_MINUTES = 15;
    public static final int MOST_MARGIN = 100;
    public static final int MOST_GUIDE = 8_000;
    /** As natures of complaints are written everywhere. */
    public static final Pattern NATURE = Pattern.compile("[a-z][a-z-]{0,99}");

    /** Of a department that has published nothing. */
    public static final CharterContent NOTHING =
            new CharterContent(null, null, null, null, null, null, null, null, null, null, null);

    public CharterContent(
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
            @Nullable Contact contact) {
        this.handles = handles == null ? List.of() : List.copyOf(handles);
        this.request = request == null ? RequestContract.NONE : request;
        this.ola = ola;
        this.calendar = calendar;
        this.capacity = within("capacity", 1, capacity, MOST_CAPACITY);
        this.urgentAllowance = within("urgentAllowance", 0, urgentAllowance, MOST_ALLOWANCE);
        this.progressEveryMinutes =
                within("progressEveryMinutes", LEAST_PROGRESS_MINUTES, progressEveryMinutes, Ola.MOST_MINUTES);
        this.marginPercent = within("marginPercent", 0, marginPercent, MOST_MARGIN);
        this.guide = guide;
        this.forms = forms;
        this.contact = contact;
        if (this.handles.size() > MOST_NATURES || new HashSet<>(this.handles).size() < this.handles.size()) {
            throw new IllegalArgumentException("Expected at most " + MOST_NATURES + " natures in handles, each once");
        }
        this.handles.forEach(it -> {
            if (!NATURE.matcher(it).matches()) {
                throw new IllegalArgumentException("Expected a nature such as invoice in handles, but got " + it);
            }
        });
        if (guide != null && (guide.isBlank() || guide.codePointCount(0, guide.length()) > MOST_GUIDE)) {
            throw new IllegalArgumentException("Expected a guide of 1 to " + MOST_GUIDE + " characters");
        }
    }

    /** Of a department whose people use our formats. */
    public CharterContent(
            @Nullable List<String> handles,
            @Nullable RequestContract request,
            @Nullable Ola ola,
            @Nullable DeclaredCalendar calendar,
            @Nullable Integer capacity,
            @Nullable Integer urgentAllowance,
            @Nullable Integer progressEveryMinutes,
            @Nullable Integer marginPercent,
            @Nullable String guide) {
        this(
                handles,
                request,
                ola,
                calendar,
                capacity,
                urgentAllowance,
                progressEveryMinutes,
                marginPercent,
                guide,
                null);
    }

    /** Of a department that names nobody to speak with. */
    public CharterContent(
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
        this(
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
                null);
    }

    private static @Nullable Integer within(String field, int least, @Nullable Integer value, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(
                    "Expected " + field + " of " + least + " to " + most + ", but got " + value);
        }
        return value;
    }
}
